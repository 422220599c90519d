/** What an error of the server says of a message that was sent through it. Pure; `calls.ts` asks. */

import type { CallId, ErrorCode } from "../../signaling/protocol.ts";
import type { Undelivered } from "./channel_options.ts";

/** An error, with the call that the message was of, if it was of one. */
export type Refused = { readonly code: ErrorCode; readonly callId?: CallId | undefined };

const UNDELIVERED: readonly Undelivered[] = ["peer-unavailable", "unavailable", "rate-limited"];

/** Why a message of a call did not reach the other end, where that is what the error says; null where it is not. */
export function whyUndelivered(code: ErrorCode): Undelivered | null {
  return UNDELIVERED.find((each) => each === code) ?? null;
}
