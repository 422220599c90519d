/**
 * Invitations: tickets in a link that a person gives away, signed by the key of their own ID, so that whoever has one
 * rings although only contacts do. They hold all that is to be known of them: nothing is kept but those that were used.
 *
 * A ticket is letters and digits alone, in any case, for no program on a link's way to change. Pure but for WebCrypto.
 */

import { decodeBase64Url, encodeBase64Url, encodeTranscript, type PeerId } from "../../../signaling/protocol.ts";
import { type Proof, verifyProof } from "../../proof/call_proof.ts";

export type Invitation = {
  /** Names it: 64 random bits, in base64url. */
  readonly nonce: string;
  /** Rings for one call, and no other. */
  readonly isOnce: boolean;
  /** In whole minutes since 1970. */
  readonly untilMinute: number;
};

/** What a ticket begins with, which keeps the number that it is from beginning with nothing. */
const KINDS = { once: 1, many: 2 } as const;
const [NONCE_BYTES, KEY_BYTES, SIGNATURE_BYTES] = [8, 32, 64] as const;
/** Kind, minute, nonce, key and signature. */
const TICKET_BYTES = 1 + 4 + NONCE_BYTES + KEY_BYTES + SIGNATURE_BYTES;
const MINUTE_MS = 60_000;
/** Longest that one may be good for, in milliseconds: a little more than the page offers, since clocks differ. */
export const INVITE_MS_MAX = 8 * 86_400_000;
const RADIX = 36;
/** What the entry begins with in which an offer presents one. */
export const INVITE_ENTRY = "invite ";

function encodeInvitation(hostId: PeerId, { nonce, isOnce, untilMinute }: Invitation): Uint8Array<ArrayBuffer> {
  return encodeTranscript("video-calling/invite/1", hostId, isOnce ? "once" : "many", `${untilMinute}`, nonce);
}

/** Signs an invitation of `hostId`; null without a key. */
export async function makeTicket(
  hostId: PeerId,
  { isOnce, untilMs }: { readonly isOnce: boolean; readonly untilMs: number },
  sign: (claim: Uint8Array<ArrayBuffer>) => Promise<Proof | null>,
): Promise<string | null> {
  const random = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const invitation = { nonce: encodeBase64Url(random), isOnce, untilMinute: Math.floor(untilMs / MINUTE_MS) };
  const proof = await sign(encodeInvitation(hostId, invitation));
  const [key, signature] = [decodeBase64Url(proof?.publicKey ?? ""), decodeBase64Url(proof?.signature ?? "")];
  if (key?.length !== KEY_BYTES || signature?.length !== SIGNATURE_BYTES) return null;
  const bytes = new Uint8Array(TICKET_BYTES);
  bytes[0] = KINDS[isOnce ? "once" : "many"];
  new DataView(bytes.buffer).setUint32(1, invitation.untilMinute);
  bytes.set(random, 5);
  bytes.set(key, 5 + NONCE_BYTES);
  bytes.set(signature, 5 + NONCE_BYTES + KEY_BYTES);
  return BigInt(`0x${[...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`).toString(RADIX);
}

/** Reads the bytes of a ticket; null if it is none. */
function decodeTicket(ticket: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[0-9a-z]{150,180}$/.test(ticket)) return null;
  const number = [...ticket].reduce((sum, sign) => sum * BigInt(RADIX) + BigInt(parseInt(sign, RADIX)), 0n);
  const hex = number.toString(16).padStart(2 * TICKET_BYTES, "0");
  if (hex.length !== 2 * TICKET_BYTES) return null;
  return Uint8Array.from({ length: TICKET_BYTES }, (_, index) => parseInt(hex.slice(2 * index, 2 * index + 2), 16));
}

/** Reads the invitation that an offer to `hostId` presents; null if it has none, or none that is signed and not over. */
export async function readInvitation(
  entry: string | undefined,
  hostId: PeerId,
  nowMs: number,
): Promise<Invitation | null> {
  const bytes = entry?.startsWith(INVITE_ENTRY) ? decodeTicket(entry.slice(INVITE_ENTRY.length)) : null;
  if (bytes === null || (bytes[0] !== KINDS.once && bytes[0] !== KINDS.many)) return null;
  const [nonce, key, signature] = [
    bytes.subarray(5, 5 + NONCE_BYTES),
    bytes.subarray(5 + NONCE_BYTES, 5 + NONCE_BYTES + KEY_BYTES),
    bytes.subarray(5 + NONCE_BYTES + KEY_BYTES),
  ].map((part) => encodeBase64Url(part));
  if (nonce === undefined || key === undefined || signature === undefined) return null;
  const untilMinute = new DataView(bytes.buffer).getUint32(1);
  const leftMs = untilMinute * MINUTE_MS - nowMs;
  if (leftMs <= 0 || leftMs > INVITE_MS_MAX) return null;
  const invitation = { nonce, isOnce: bytes[0] === KINDS.once, untilMinute };
  const isSigned = await verifyProof({ publicKey: key, signature }, hostId, encodeInvitation(hostId, invitation));
  return isSigned ? invitation : null;
}
