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

/** Loads this browser's identity, making and keeping one on the first visit. Never throws: it falls back instead. */
export async function loadIdentity(): Promise<Identity> {
  let fresh: CryptoKeyPair;
  try {
    fresh = await crypto.subtle.generateKey("Ed25519", false, ["sign", "verify"]);
  } catch {
    return KEYLESS;
  }
  try {
    return createIdentity(await keepFirst(fresh), "kept");
  } catch {
    return createIdentity(fresh, "tab"); // No storage (private window, site data blocked): the key lives in memory.
  }
}

/** Makes an identity that nothing is kept of. Never throws. */
export async function createPassingIdentity(): Promise<Identity> {
  try {
    return createIdentity(await crypto.subtle.generateKey("Ed25519", false, ["sign", "verify"]), "tab");
  } catch {
    return KEYLESS;
  }
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

/** Returns the stored keys, storing `fresh` if there were none: one transaction, so two first tabs end with one key. */
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
    if (request instanceof IDBOpenDBRequest) {
      request.onblocked = () => reject(new Error("Cannot open IndexedDB: blocked"));
    }
  });
}
