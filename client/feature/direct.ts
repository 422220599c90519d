/**
 * What features say over the connection only. It never passes the server, so only the two ends can read it or say any
 * of it. On the wire it is a `feature` message without a number: nothing waits for it, it holds nothing up, and it may
 * be lost with its connection. Pure; `call_line.ts` sends and receives it.
 */

import type { CallId, PeerId, SealedMessage, TabId } from "../../signaling/protocol.ts";
import { isTypeName } from "../../signaling/protocol/envelope.ts";

type Ends = {
  readonly callId: CallId;
  readonly tabId: TabId;
  readonly localPeerId: PeerId;
  readonly remotePeerId: PeerId;
};

export function encodeDirect(
  { callId, tabId, localPeerId, remotePeerId }: Ends,
  feature: string,
  body: object,
): string {
  return JSON.stringify({ type: "feature", id: localPeerId, clientId: remotePeerId, callId, tabId, feature, body });
}

/** Reads what came over the connection: null if it is numbered, as all else is, or no feature's. */
export function readDirect({ type, seq, feature, body }: SealedMessage): { feature: string; body: unknown } | null {
  return type === "feature" && seq === undefined && isTypeName(feature) ? { feature, body } : null;
}
