/**
 * The reach card as it is handed over: text, so that what was signed is what is read, with the key of the ID whose it is
 * and its signature. Pure but for WebCrypto.
 */

import { encodeTranscript, type PeerId } from "../../signaling/protocol.ts";
import { type Guarded, is, shape, text } from "../../signaling/protocol/guards.ts";
import { isReachCard, type ReachCard } from "../kept/people/reach_cards.ts";
import { type Proof, verifyProof } from "../proof/call_proof.ts";

/** Longest card, in UTF-16 units; one with four browsers takes some 2,500. */
export const CARD_LENGTH_MAX = 8_192;
/** How long a card is good when it is made, in milliseconds: whoever is not called for so long asks anew. */
export const CARD_LIFE_MS = 8 * 7 * 86_400_000;
/** How much longer another page's card may say, whose clock may be ahead, in milliseconds. */
const SLACK_MS = 86_400_000;

export const isSignedCard = shape({ card: text(CARD_LENGTH_MAX), publicKey: text(64), signature: text(128) });
export type SignedCard = Guarded<typeof isSignedCard>;

const isVersioned = shape({ v: is("1") });

function encodeCard(card: string): Uint8Array<ArrayBuffer> {
  return encodeTranscript("video-calling/reach/1", card);
}

/** Signs the own card; null without a key. */
export async function signCard(
  card: ReachCard,
  sign: (bytes: Uint8Array<ArrayBuffer>) => Promise<Proof | null>,
): Promise<SignedCard | null> {
  const said = JSON.stringify({ v: "1", ...card });
  const proof = await sign(encodeCard(said));
  return proof === null ? null : { card: said, ...proof };
}

function parse(card: string): unknown {
  try {
    return JSON.parse(card);
  } catch {
    return null;
  }
}

/**
 * Reads what somebody has handed over as their card; null if it is none, is not theirs, or is over.
 *
 * @param knownKey the key that their ID is known to have; null while none is
 */
export async function readCard(
  signed: unknown,
  { id, knownKey, nowMs }: { readonly id: PeerId; readonly knownKey: string | null; readonly nowMs: number },
): Promise<ReachCard | null> {
  if (!isSignedCard(signed) || (knownKey !== null && signed.publicKey !== knownKey)) return null;
  const value = parse(signed.card);
  if (!isVersioned(value) || !isReachCard(value) || value.id !== id) return null;
  if (value.until <= nowMs || value.until > nowMs + CARD_LIFE_MS + SLACK_MS) return null;
  if (!await verifyProof(signed, id, encodeCard(signed.card))) return null;
  const { seq, until, presenceTopic } = value;
  // Nothing else of it is kept, whatever it says besides.
  const push = value.push.map(({ device, endpoint, p256dh, auth, vapid: { kty, crv, x, y, d } }) => (
    { device, endpoint, p256dh, auth, vapid: { kty, crv, x, y, d } }
  ));
  return { id, seq, until, push, presenceTopic };
}
