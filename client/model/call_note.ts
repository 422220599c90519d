/** Says in place of "Calling…" what is done to reach the other end of an outgoing call. */

import { signal } from "@preact/signals";
import type { CallView } from "../conversation/call_views.ts";

/** Null before it is loaded, and of a call where there is nothing to be said. */
export const callNote = signal<((call: CallView) => string | null) | null>(null);
