/**
 * A call on hold: it stays connected, and neither end sends sound or pictures until whoever has put it on hold resumes it.
 * Each end holds by itself, so both may, and then both must resume. What features say and the files they send go on. Pure.
 */

import type { Call, Step } from "./call.ts";
import { isAnswered, isLive } from "./call_steps.ts";

/** Whether either end has put the call on hold. */
export function isOnHold({ isHeld, isRemoteHeld }: Pick<Call, "isHeld" | "isRemoteHeld">): boolean {
  return isHeld || isRemoteHeld;
}

/** Whether the two talk, or are about to: one that is only placed can be taken back, and not be put on hold. */
export function canHold(call: Call): boolean {
  return isLive(call) && (isAnswered(call) || call.isAccepted || call.rejoined !== null);
}

/** Puts the call on hold for the person, or resumes it. */
export function hold(call: Call, isHeld: boolean): Step {
  return canHold(call) && call.isHeld !== isHeld ? changeSent({ ...call, isHeld }) : [call, []];
}

/** Takes that the other end has put the call on hold, or has resumed it. */
export function hearHold(call: Call, isRemoteHeld: boolean): Step {
  return call.isRemoteHeld === isRemoteHeld ? [call, []] : changeSent({ ...call, isRemoteHeld });
}

/** Says so before any device is asked for: the other end must not wait for a camera to know that somebody is back. */
function changeSent(call: Call): Step {
  const isOver = !isOnHold(call);
  return [call, [
    { type: "send-media" },
    ...(isOver ? [{ type: "open-media", video: call.sendsVideo } as const] : []),
  ]];
}
