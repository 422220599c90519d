/**
 * Whom the person does not want to hear from: kept in this browser and shared by its tabs, the latest first. Their
 * offers come to nothing at the front door; they are not told, and can still be called.
 */

import { isPeerId, type PeerId } from "../signaling/protocol.ts";
import { KeptList } from "./kept_list.ts";
import { type BlockedPeer, blockedPeers } from "./state.ts";

/** People kept; whoever was blocked first goes first. */
export const BLOCKED_MAX = 500;

function isBlockedPeer(value: unknown): value is BlockedPeer {
  return typeof value === "object" && value !== null &&
    "peerId" in value && isPeerId(value.peerId) &&
    "name" in value && (value.name === null || typeof value.name === "string") &&
    "atMs" in value && typeof value.atMs === "number";
}

export function block(blocked: readonly BlockedPeer[], peer: BlockedPeer): readonly BlockedPeer[] {
  return [peer, ...unblock(blocked, peer.peerId)].slice(0, BLOCKED_MAX);
}

export function unblock(blocked: readonly BlockedPeer[], peerId: PeerId): readonly BlockedPeer[] {
  return blocked.filter((peer) => peer.peerId !== peerId);
}

/** @param onChange called after the list has changed, here or in another tab */
export function createBlockedList(onChange: () => void): KeptList<BlockedPeer> {
  return new KeptList({
    key: "blocked-peers",
    readItem: (value) => isBlockedPeer(value) ? value : null,
    max: BLOCKED_MAX,
    show(peers) {
      blockedPeers.value = peers;
      onChange();
    },
  });
}
