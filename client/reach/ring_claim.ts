/**
 * What a pushed message says: that somebody calls, in the form of declarative web push, so that a browser can show it by
 * itself; and the caller's signature over whom they call, by which the callee's worker tells whose call it is. Used by
 * both; pure but for WebCrypto.
 */

import { decodeBase64Url, encodeBase64Url } from "../../signaling/protocol/base64url.ts";
import { count, type Guard, type Guarded, is, shape, text } from "../../signaling/protocol/guards.ts";
import { type CallId, isPeerId, isToken, type PeerId } from "../../signaling/protocol/ids.ts";
import { encodeTranscript } from "../../signaling/protocol/transcript.ts";
import type { Proof } from "../proof/call_proof.ts";

/** How old a call may be that still rings, in milliseconds; or ahead, as clocks differ. */
export const RING_FRESH_MS = 120_000;

const isPeer: Guard<PeerId> = isPeerId;
const isCallId = isToken as Guard<string> as Guard<CallId>;

const ring = { callee: isPeer, caller: isPeer, callId: isCallId, timeMs: count() };
export const isRing = shape({
  ...ring,
  /** It is over, and nobody has taken it. */
  state: is("ringing", "missed"),
  signature: text(128),
});
export type Ring = Guarded<typeof isRing>;
export type RingClaim = Pick<Ring, keyof typeof ring>;
type SignedClaim = RingClaim & Pick<Ring, "state">;

export const isRingMessage = shape({ ring: isRing });

/** What the caller signs. */
export function encodeRing({ callee, caller, callId, timeMs, state }: SignedClaim): Uint8Array<ArrayBuffer> {
  return encodeTranscript("video-calling/ring/1", callee, caller, callId, String(timeMs), state);
}

/** Whether it rings now, by the clock of whoever is called. */
export function isFresh({ timeMs }: Pick<Ring, "timeMs">, nowMs: number): boolean {
  return Math.abs(nowMs - timeMs) <= RING_FRESH_MS;
}

/** What a browser shows by itself that has no worker for it: it knows no names, and the caller does not know its language. */
const TITLES = { ringing: "Incoming call", missed: "Missed call" } as const;

/**
 * Writes the message (W3C Push API, `#declarative-push-message`).
 *
 * @param page the address of the callee's page, which is the caller's too
 */
export function encodeRingMessage(
  claim: RingClaim,
  { signature }: Pick<Proof, "signature">,
  { state, page }: { readonly state: Ring["state"]; readonly page: string },
): Uint8Array<ArrayBuffer> {
  const notification = { title: TITLES[state], tag: claim.callId, navigate: page };
  const message = { web_push: 8030, notification, mutable: true, ring: { ...claim, state, signature } };
  return new TextEncoder().encode(JSON.stringify(message));
}

/** Names a call to the push service, which keeps only the last message of each topic (RFC 8030 §5.4). */
export async function topicOf(callId: CallId): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(callId)));
  return encodeBase64Url(digest.slice(0, 18));
}

/** Whether it was signed by a key that is known to be the caller's, in base64url. */
export async function isSignedBy(publicKey: string, ring: Ring): Promise<boolean> {
  const [raw, signature] = [decodeBase64Url(publicKey), decodeBase64Url(ring.signature)];
  if (raw === null || signature === null) return false;
  try {
    const key = await crypto.subtle.importKey("raw", raw, "Ed25519", false, ["verify"]);
    return await crypto.subtle.verify("Ed25519", key, signature, encodeRing(ring));
  } catch {
    return false; // No key, or a browser without Ed25519: nothing is proved.
  }
}
