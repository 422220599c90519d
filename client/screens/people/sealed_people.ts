/**
 * The people of this browser as a file that nobody reads without its passphrase: a JSON envelope around what AES-256-GCM
 * has encrypted, by a key that PBKDF2 makes of the passphrase. Whoever has the file can try passphrases for as long as
 * they like, so that each try is made to cost. What is read is a stranger's until it has been checked: a key that does
 * not make its ID is left out.
 *
 *   { "type": "video-calling people", "version": 1, "iterations": 600000, "salt": …, "iv": …, "data": … }
 */

import { decodeBase64Url, derivePeerId, encodeBase64Url } from "../../../signaling/protocol.ts";
import { count, is, shape, text } from "../../../signaling/protocol/guards.ts";
import { KNOWN_MAX, type KnownPeer, type KnownPeers, readKnownPeer } from "../../kept/people/known_peers.ts";

/** For SHA-256, of the OWASP Password Storage Cheat Sheet. */
export const ITERATIONS = 600_000;
/** What a file may ask for: more would keep the page busy for minutes. */
const ITERATIONS_MAX = 5_000_000;
/** Most that a file is read of, in bytes: 2,000 people are a third of it. */
export const FILE_BYTES_MAX = 4 * 1024 * 1024;
const TYPE = "video-calling people";
const PIECE_BYTES = 8_190; // A multiple of three: pieces of base64 that can be joined.
const NAMES_MAX = 4;

/** Why a file gives nobody: the passphrase is another, or it is none of ours. */
export type Fault = "wrong" | "foreign";

const isEnvelope = shape({
  type: is(TYPE),
  version: (value): value is 1 => value === 1,
  iterations: count(1),
  salt: text(),
  iv: text(),
  data: text(),
});

async function makeKey(passphrase: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<CryptoKey> {
  const bytes = new TextEncoder().encode(passphrase.normalize("NFKC"));
  const base = await crypto.subtle.importKey("raw", bytes, "PBKDF2", false, ["deriveKey"]);
  const derivation = { name: "PBKDF2", hash: "SHA-256", salt, iterations };
  return await crypto.subtle.deriveKey(derivation, base, { name: "AES-GCM", length: 256 }, false, [
    "encrypt",
    "decrypt",
  ]);
}

function encode(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    pieces.push(encodeBase64Url(bytes.subarray(at, at + PIECE_BYTES)));
  }
  return pieces.join("");
}

export async function sealPeople(people: KnownPeers, passphrase: string, iterations = ITERATIONS): Promise<string> {
  const [salt, iv] = [crypto.getRandomValues(new Uint8Array(16)), crypto.getRandomValues(new Uint8Array(12))];
  const key = await makeKey(passphrase, salt, iterations);
  const plain = new TextEncoder().encode(JSON.stringify(people));
  const data = encode(new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, plain)));
  return JSON.stringify({ type: TYPE, version: 1, iterations, salt: encode(salt), iv: encode(iv), data });
}

/** @param cleanName makes names fit to be shown; null for one that has nothing to show */
export async function openPeople(
  sealed: string,
  passphrase: string,
  cleanName: (name: string | null | undefined) => string | null,
): Promise<KnownPeers | Fault> {
  const envelope = parseJson(sealed);
  if (!isEnvelope(envelope) || envelope.iterations > ITERATIONS_MAX) return "foreign";
  const [salt, iv, data] = [envelope.salt, envelope.iv, envelope.data].map(decodeBase64Url);
  if (!salt || !iv || !data) return "foreign";
  let plain: ArrayBuffer;
  try {
    plain = await crypto.subtle.decrypt(
      { name: "AES-GCM", iv },
      await makeKey(passphrase, salt, envelope.iterations),
      data,
    );
  } catch {
    return "wrong"; // The tag does not say whether it is the passphrase, or what was done to the file.
  }
  const people = parseJson(new TextDecoder().decode(plain));
  if (!Array.isArray(people)) return "foreign";
  const read = people.slice(0, KNOWN_MAX).map(readKnownPeer).filter((peer) => peer !== null);
  return await Promise.all(read.map((peer) => check(peer, cleanName)));
}

async function check(
  peer: KnownPeer,
  cleanName: (name: string | null | undefined) => string | null,
): Promise<KnownPeer> {
  const key = peer.publicKey === null ? null : decodeBase64Url(peer.publicKey);
  const isTheirs = key !== null && await derivePeerId(key) === peer.peerId;
  return {
    ...peer,
    names: peer.names.slice(0, NAMES_MAX),
    shownName: cleanName(peer.shownName),
    ownName: cleanName(peer.ownName),
    publicKey: isTheirs ? peer.publicKey : null,
  };
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
