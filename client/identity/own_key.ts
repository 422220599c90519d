/** Hands the key behind the own ID to what signs by it beside calls; `app.ts` puts it here. */

import type { Identity } from "./identity.ts";

/** Null until it is there. */
export const ownKey: { identity: (() => Identity) | null } = { identity: null };
