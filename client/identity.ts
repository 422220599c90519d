/**
 * The key that makes this browser's ID: Ed25519, not extractable, kept in IndexedDB, made on the first visit. Knows
 * nothing of sockets or calls; the signaling client and the calls ask it for their proofs.
 */

import { encodeBase64Url, encodeRegistration } from "../signaling/protocol.ts";
import type { Proof } from "./call_proof.ts";
import type { IdentityLifetime } from "./state.ts";

export type Identity = {
  readonly lifetime: IdentityLifetime;
  /** Proves the ID to a server reached at `host`; null without a key, and the server then lends an ID. */
  prove(nonce: string, host: string): Promise<Proof | null>;
  /** Signs the bytes of a claim (`call_proof.ts`); null without a key. */
  sign(claim: Uint8Array<ArrayBuffer>): Promise<Proof | null>;
};

const DATABASE = "video-calling";
const STORE = "identity";
const KEY = "key";

/** No key: not a secure context, or a browser without Ed25519. */
export const KEYLESS: Identity = {
  lifetime: "socket",
  prove: () => Promise.resolve(null),
  sign: () => Promise.resolve(null),
};

/** How long a key, and then the storage, may take to answer: a person looks at "Connecting…", in milliseconds. */
export const ANSWER_MS_MAX = 3_000;

/** Calls `act` after `ms`, unless the result is called before. */
export type StartTimer = (act: () => void, ms: number) => () => void;

const startTimer: StartTimer = (act, ms) => {
  const timer = setTimeout(act, ms);
  return () => clearTimeout(timer);
};

/** What did not answer in time; whatever it answers later changes nothing. */
class Unanswered extends Error {}

/**
 * Loads this browser's identity, making and keeping one on the first visit. Never throws, and never waits for long: it
 * falls back instead, and stays with that while the page is open.
 */
export async function loadIdentity(start: StartTimer = startTimer): Promise<Identity> {
  const fresh = await generateKeys(start);
  if (fresh === null) return KEYLESS;
  try {
    return createIdentity(await inTime(keepFirst(fresh), start), "kept");
  } catch (error) {
    // No storage (private window, site data blocked), or one that says nothing: the key lives in memory.
    return createIdentity(fresh, error instanceof Unanswered ? "unanswered" : "tab");
  }
}

/** Makes an identity that nothing is kept of. Never throws. */
export async function createPassingIdentity(start: StartTimer = startTimer): Promise<Identity> {
  const keys = await generateKeys(start);
  return keys === null ? KEYLESS : createIdentity(keys, "tab");
}

/** Makes a key that never leaves the browser; null where there is none to be had. */
async function generateKeys(start: StartTimer): Promise<CryptoKeyPair | null> {
  try {
    return await inTime(crypto.subtle.generateKey("Ed25519", false, ["sign", "verify"]), start);
  } catch {
    return null;
  }
}

/** Waits for an answer, but not for ever. */
function inTime<T>(answer: Promise<T>, start: StartTimer): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = start(() => reject(new Unanswered("Cannot load the identity: no answer")), ANSWER_MS_MAX);
    answer.finally(stop).then(resolve, reject);
  });
}

function createIdentity(keys: CryptoKeyPair, lifetime: IdentityLifetime): Identity {
  const sign = async (bytes: Uint8Array<ArrayBuffer>) => {
    const [publicKey, signature] = await Promise.all([
      crypto.subtle.exportKey("raw", keys.publicKey),
      crypto.subtle.sign("Ed25519", keys.privateKey, bytes),
    ]);
    return {
      publicKey: encodeBase64Url(new Uint8Array(publicKey)),
      signature: encodeBase64Url(new Uint8Array(signature)),
    };
  };
  return { lifetime, prove: (nonce, host) => sign(encodeRegistration(nonce, host)), sign };
}

/**
 * Returns the stored keys, storing `fresh` if there were none: one transaction, so two first tabs end with one key. One
 * that is answered too late closes what it opened all the same, as does one that another tab had blocked.
 */
async function keepFirst(fresh: CryptoKeyPair): Promise<CryptoKeyPair> {
  const database = await settle(openDatabase());
  try {
    const store = database.transaction(STORE, "readwrite").objectStore(STORE);
    const stored: unknown = await settle(store.get(KEY));
    if (isKeyPair(stored)) return stored;
    await settle(store.put(fresh, KEY));
    return fresh;
  } finally {
    database.close();
  }
}

function isKeyPair(value: unknown): value is CryptoKeyPair {
  return typeof value === "object" && value !== null && "privateKey" in value && "publicKey" in value;
}

function openDatabase(): IDBOpenDBRequest {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return request;
}

function settle<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("Cannot use IndexedDB"));
  });
}
