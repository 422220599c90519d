/**
 * The key behind this browser's ID: Ed25519, not extractable, made on the first visit and kept in IndexedDB. Knows
 * nothing of sockets or calls; the signaling client and the calls ask it for proofs.
 */

import { encodeBase64Url, encodeRegistration } from "../../signaling/protocol.ts";
import { inTime, settle, type StartTimer, startTimer, transact, Unanswered } from "../kept/database.ts";
import type { Proof } from "../proof/call_proof.ts";
import { isTrial } from "./trial.ts";

/**
 * How long the own ID lasts: `kept` in this browser; `tab` until that is closed, for want of storage; `unanswered` the
 * same, as the storage, where another may be, does not answer; `trial` the same, as the person wants it so; `framed` like
 * `kept`, but apart from that outside of the other page's frame; `socket` for want of Ed25519.
 */
export type IdentityLifetime = "kept" | "framed" | "tab" | "unanswered" | "trial" | "socket";

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

/**
 * Loads this browser's identity, making and keeping one on the first visit. Never throws, and never waits for long: it
 * falls back instead, and stays with that while the page is open.
 */
export async function loadIdentity(start: StartTimer = startTimer): Promise<Identity> {
  const fresh = await generateKeys(start);
  if (fresh === null) return KEYLESS;
  if (isTrial()) return createIdentity(fresh, "trial");
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
function keepFirst(fresh: CryptoKeyPair): Promise<CryptoKeyPair> {
  return transact(DATABASE, STORE, async (store) => {
    const stored: unknown = await settle(store.get(KEY));
    if (isKeyPair(stored)) return stored;
    await settle(store.put(fresh, KEY));
    return fresh;
  });
}

function isKeyPair(value: unknown): value is CryptoKeyPair {
  return typeof value === "object" && value !== null && "privateKey" in value && "publicKey" in value;
}
