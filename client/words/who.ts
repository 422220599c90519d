/** How a sentence names a person. */

import type { CallView } from "../conversation/call_views.ts";
import { isRtl } from "./language.ts";

/** All letters of scripts that run from right to left, and some more. */
const RTL = /[\u0590-\u08ff\ufb1d-\ufefc\u{10800}-\u{1efff}]/u;

/**
 * Sets a name apart within a sentence that may run the other way, so that neither moves the other's words (UAX #9 §2.4.1,
 * FSI and PDI). Names have been cleaned of such signs.
 */
export function isolate(name: string): string {
  return isRtl.value || RTL.test(name) ? `\u2068${name}\u2069` : name;
}

/** Names the other end: as it calls itself, else by its ID. */
export function whoOf({ remoteName, remotePeerId }: Pick<CallView, "remoteName" | "remotePeerId">): string {
  return isolate(remoteName ?? remotePeerId);
}
