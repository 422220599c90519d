/**
 * IDs on the wire, of peers, calls, tabs and presence topics: makes and checks them. Part of the protocol, which
 * exports it; no Deno, no DOM. The page parses what people type.
 */

/** A participant's address, `k7mq-2vhd-9xtr-w4pz-0b5n`: 100 bits in lower-case Crockford base32, in five groups of four. */
export type PeerId = string & { readonly __brand: "PeerId" };
/** One call, chosen at random by the caller. */
export type CallId = string & { readonly __brand: "CallId" };
/** One open page of a peer; tells the tabs and devices that share an ID apart within a call. */
export type TabId = string & { readonly __brand: "TabId" };
/** Where those who were told of it see that somebody is online: 128 random bits, which say nothing of whose it is. */
export type PresenceTopic = string & { readonly __brand: "PresenceTopic" };
/** One of a call's connections after the first, chosen at random by the end that offers it. */
export type ConnectionId = string & { readonly __brand: "ConnectionId" };

const CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz";
/** 1 for the UTF-16 units of its symbols. */
const IS_CROCKFORD = new Uint8Array(128);
for (const symbol of CROCKFORD) IS_CROCKFORD[symbol.charCodeAt(0)] = 1;
const GROUP_LENGTH = 4;
const PEER_ID_LENGTH = 24;
/** Bytes that hold its 100 bits; the last four bits of them are dropped. */
const PEER_ID_BYTES = 13;
const DASH = 0x2d;
/** Base64url of 16 bytes; of the last symbol two bits count. */
const PRESENCE_TOPIC = /^[\w-]{21}[AQgw]$/;
const TOKEN = /^[\w-]{1,64}$/;

/** Looks at each letter, for a third of what a regular expression takes: each message names two. */
export function isPeerId(value: unknown): value is PeerId {
  if (typeof value !== "string" || value.length !== PEER_ID_LENGTH) return false;
  for (let index = 0; index < PEER_ID_LENGTH; index += 1) {
    const unit = value.charCodeAt(index);
    const isRight = index % (GROUP_LENGTH + 1) === GROUP_LENGTH ? unit === DASH : IS_CROCKFORD[unit] === 1;
    if (!isRight) return false;
  }
  return true;
}

export function isToken(value: unknown): value is string {
  return typeof value === "string" && TOKEN.test(value);
}

export function isPresenceTopic(value: unknown): value is PresenceTopic {
  return typeof value === "string" && PRESENCE_TOPIC.test(value);
}

/** Encodes bytes in Crockford base32, lower case; a last group shorter than five bits is dropped. */
function encodeCrockford(bytes: Uint8Array): string {
  let text = "";
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += CROCKFORD[(value >> bits) & 31];
    }
    value &= (1 << bits) - 1;
  }
  return text;
}

function formatPeerId(bytes: Uint8Array): PeerId {
  const text = encodeCrockford(bytes);
  const groups = [0, 4, 8, 12, 16].map((at) => text.slice(at, at + GROUP_LENGTH));
  return groups.join("-") as PeerId;
}

/** Derives the ID that a key proves: the first 100 bits of the SHA-256 of the raw 32-byte Ed25519 public key. */
export async function derivePeerId(publicKey: Uint8Array<ArrayBuffer>): Promise<PeerId> {
  const digest = await crypto.subtle.digest("SHA-256", publicKey);
  return formatPeerId(new Uint8Array(digest, 0, PEER_ID_BYTES));
}

/** Makes an ID that nobody can prove, for a socket that registers without a key. */
export function createRandomPeerId(): PeerId {
  return formatPeerId(crypto.getRandomValues(new Uint8Array(PEER_ID_BYTES)));
}

function createToken(): string {
  return encodeCrockford(crypto.getRandomValues(new Uint8Array(15)));
}

/** Makes a new call's ID: 120 random bits. */
export function createCallId(): CallId {
  return createToken() as CallId;
}

/** Makes this page's ID: 120 random bits. */
export function createTabId(): TabId {
  return createToken() as TabId;
}

/** Makes the ID of a connection that is about to be offered: 120 random bits. */
export function createConnectionId(): ConnectionId {
  return createToken() as ConnectionId;
}
