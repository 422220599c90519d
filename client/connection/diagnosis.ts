/**
 * Names the reason why a connection never came up, from what this end has seen. Pure; `end_sentences.ts` puts it into a
 * sentence.
 */

import type { FailureDetail } from "../../signaling/protocol.ts";

export type Sightings = {
  readonly isRelayOnly: boolean;
  /** Whether the server offered a relay to try. */
  readonly hasRelay: boolean;
  /** Whether a relay lent an address to this end. */
  readonly gotRelay: boolean;
  /** STUN error codes of the relays (RFC 8656 §18; 701 stands for no answer, W3C webrtc-pc `#rtcpeerconnectioniceerrorevent`). */
  readonly relayErrors: readonly number[];
  /** Whether a candidate came from the other end. */
  readonly heardCandidate: boolean;
};

export function diagnose({ isRelayOnly, hasRelay, gotRelay, relayErrors, heardCandidate }: Sightings): FailureDetail {
  if (isRelayOnly && !hasRelay) return "relay-only-and-no-relay";
  if (hasRelay && !gotRelay) return relayErrors.some((code) => code !== 701) ? "relay-refused" : "relay-unreachable";
  if (!heardCandidate) return "peer-silent";
  return hasRelay ? "no-path" : "no-path-and-no-relay";
}
