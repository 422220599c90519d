/** What the screen shows of each call, from its state and from what carries it. Pure; `calls.ts` publishes it. */

import type { Call } from "./call.ts";
import type { CallView } from "./state.ts";

/** What is shown of a call beside its state. */
export type CallSurroundings = Pick<CallView, "remoteStreams" | "path" | "comparison">;

export function createView(call: Call, surroundings: CallSurroundings): CallView {
  return {
    callId: call.callId,
    remotePeerId: call.remotePeerId,
    remoteName: call.remoteName,
    remotePublicKey: call.remotePublicKey,
    isOutgoing: call.isOutgoing,
    isPatient: call.isPatient,
    hasVideo: call.hasVideo,
    isStranger: call.isStranger,
    isWaiting: call.isWaiting,
    phase: call.phase,
    isRinging: call.isRinging,
    connectedAtMs: call.connectedAtMs,
    endedAtMs: call.endedAtMs,
    endReason: call.endReason,
    failure: call.failure,
    isRemoteAway: call.isRemoteAway,
    remoteMedia: call.remoteMedia,
    ...surroundings,
  };
}
