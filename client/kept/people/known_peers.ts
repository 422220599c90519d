/**
 * The people this browser has talked with: their names, and whether words were compared with them. The latest come
 * first, shared by all tabs. `acquaintances.ts`, which loads with the calls, says what is learned in a call and when a
 * name causes a warning.
 *
 * An ID is only part of a key's hash. So the whole key is kept too, and whoever comes with the ID and another key is
 * refused (`claim_check.ts`).
 */

import { isPeerId, type PeerId } from "../../../signaling/protocol.ts";
import { count, type Guard, list, nullable, readBy, shape, text } from "../../../signaling/protocol/guards.ts";
import { KeptList } from "../kept.ts";
import type { KeptStore } from "../kept_store.ts";

/** People kept; contacts go last. */
export const KNOWN_MAX = 2_000;
/** How many of them count without the store: reading and writing the copy keeps the first screen waiting. */
const COPIED_MAX = 200;

export type KnownPeer = {
  readonly peerId: PeerId;
  /** The names it came under, folded; the latest first. */
  readonly names: readonly string[];
  /** The latest of them as it was shown; null without one, and for who was known before it was kept, till the next call. */
  readonly shownName: string | null;
  /** When the person said that the words match; null if never. */
  readonly verifiedAtMs: number | null;
  /** When the person saved them as a contact; null where they have not. */
  readonly savedAtMs: number | null;
  /** The whole key, as it was proved in a call, in base64url; null for who was known before keys were kept. */
  readonly publicKey: string | null;
  /** What the person calls them. */
  readonly ownName?: string | null;
  /** When the latest call with them was connected; of all that was before it was kept, nobody knows. */
  readonly lastCallAtMs?: number | null;
  /** Until when their calls do not ring. */
  readonly mutedUntilMs?: number | null;
};
export type KnownPeers = readonly KnownPeer[];

/** Makes one of names that look the same. */
export type Look = (name: string) => string;

/** Folds width, case, accents and spaces; `look_alikes.ts` knows more, once it has been loaded. */
export function foldName(name: string): string {
  return name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "") || name;
}

export function findVerifiedAtMs(known: KnownPeers, peerId: PeerId): number | null {
  return findPeer(known, peerId)?.verifiedAtMs ?? null;
}

/** The key that belongs to an ID; null for one that is not known, or not with its key. */
export function findKey(known: KnownPeers, peerId: PeerId): string | null {
  return findPeer(known, peerId)?.publicKey ?? null;
}

export function findPeer(known: KnownPeers, peerId: PeerId): KnownPeer | undefined {
  return known.find((peer) => peer.peerId === peerId);
}

/** Tells whether an ID has had a name in a call with this browser. */
export function hasHadName(known: KnownPeers, peerId: PeerId, name: string): boolean {
  return findPeer(known, peerId)?.names.includes(foldName(name)) ?? false;
}

/** What somebody is shown as: as the person calls them, or else as they call themselves. */
export function nameOf(peer: KnownPeer | undefined): string | null {
  return peer?.ownName ?? peer?.shownName ?? null;
}

export function isMuted(known: KnownPeers, peerId: PeerId, nowMs: number): boolean {
  return (findPeer(known, peerId)?.mutedUntilMs ?? 0) > nowMs;
}

/** Tells whether this browser has talked with an ID; anybody else is a stranger. */
export function isKnown(known: KnownPeers, peerId: PeerId): boolean {
  return findPeer(known, peerId) !== undefined;
}

/** Tells whether the person has saved an ID as a contact, or has compared words with it. */
export function isContact(known: KnownPeers, peerId: PeerId): boolean {
  const peer = findPeer(known, peerId);
  return peer !== undefined && (peer.savedAtMs ?? peer.verifiedAtMs) !== null;
}

const isKnownPeer = shape({
  peerId: isPeerId as Guard<PeerId>,
  names: list(text()),
  verifiedAtMs: nullable(count()),
});
const [readText, readCount] = [readBy(text()), readBy(count())];

/** Reads an entry; what was not kept yet by the page that wrote it is null, and comes with the next call if it can. */
export function readKnownPeer(value: unknown): KnownPeer | null {
  if (!isKnownPeer(value)) return null;
  const { peerId, names, verifiedAtMs, ...later }: Record<string, unknown> & typeof value = value;
  return {
    ...{ peerId, names, verifiedAtMs, shownName: readText(later.shownName), publicKey: readText(later.publicKey) },
    ...{ ownName: readText(later.ownName), savedAtMs: readCount(later.savedAtMs) },
    ...{ lastCallAtMs: readCount(later.lastCallAtMs), mutedUntilMs: readCount(later.mutedUntilMs) },
  };
}

export type KnownPeerList = KeptList<KnownPeer>;

/** @param show called with the list whenever it changes, here or in another tab */
export function createKnownPeerList(show: (peers: KnownPeers) => void, store?: KeptStore): KnownPeerList {
  // With a copy, or any key would do for a known ID while the store is slow.
  return new KeptList({
    key: "known-peers",
    readItem: readKnownPeer,
    max: KNOWN_MAX,
    hasCopy: true,
    copiedMax: COPIED_MAX,
    show,
  }, store);
}
