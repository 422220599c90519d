/**
 * The people who are blocked, the latest first, shared by all tabs. Their offers end at the front door. They are not
 * told, and can still be called.
 */

import { isPeerId, type PeerId } from "../../../signaling/protocol.ts";
import { count, type Guard, nullable, readBy, shape, text } from "../../../signaling/protocol/guards.ts";
import { KeptList } from "../kept.ts";
import type { KeptStore } from "../kept_store.ts";
import { signal } from "@preact/signals";

export type BlockedPeer = { readonly peerId: PeerId; readonly name: string | null; readonly atMs: number };

/** Whose calls come to nothing; kept in this browser. */
export const blockedPeers = signal<readonly BlockedPeer[]>([]);

/** People kept; whoever was blocked first goes first. */
export const BLOCKED_MAX = 500;

const isBlockedPeer: Guard<BlockedPeer> = shape({ peerId: isPeerId, name: nullable(text()), atMs: count() });

export function block(blocked: readonly BlockedPeer[], peer: BlockedPeer): readonly BlockedPeer[] {
  return [peer, ...unblock(blocked, peer.peerId)].slice(0, BLOCKED_MAX);
}

export function unblock(blocked: readonly BlockedPeer[], peerId: PeerId): readonly BlockedPeer[] {
  return blocked.filter((peer) => peer.peerId !== peerId);
}

export function createBlockedList(store?: KeptStore): KeptList<BlockedPeer> {
  return new KeptList({
    key: "blocked-peers",
    readItem: readBy(isBlockedPeer),
    max: BLOCKED_MAX,
    hasCopy: true, // Whoever is blocked must not ring because the store is slow.
    show: (peers) => blockedPeers.value = peers,
  }, store);
}
