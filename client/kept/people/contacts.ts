/**
 * What the person does with the people they know: saves and renames them, mutes and forgets them, and takes in those of
 * another device. Pure. Loaded with what offers it; `acquaintances.ts` has what is learned in calls.
 */

import { NAME_LENGTH_MAX, type PeerId } from "../../../signaling/protocol.ts";
import { findPeer, isContact, KNOWN_MAX, type KnownPeer, type KnownPeers } from "./known_peers.ts";

/** Muted until the person says otherwise: the last moment that there is to be kept. */
export const ALWAYS_MS = Number.MAX_SAFE_INTEGER;
const NAMES_MAX = 4;
const MORNING_HOUR = 8;

/** Saves somebody as a contact, whether or not there has been a call; with null, takes them out of the contacts. */
export function setSaved(known: KnownPeers, peerId: PeerId, savedAtMs: number | null): KnownPeers {
  return amend(known, peerId, { savedAtMs });
}

/** Notes what the person calls somebody; of an empty name nothing. */
export function rename(known: KnownPeers, peerId: PeerId, ownName: string): KnownPeers {
  return amend(known, peerId, { ownName: ownName.trim().slice(0, NAME_LENGTH_MAX) || null });
}

/** Keeps somebody's calls from ringing until then; with null, no more. */
export function mute(known: KnownPeers, peerId: PeerId, mutedUntilMs: number | null): KnownPeers {
  return amend(known, peerId, { mutedUntilMs });
}

/** Forgets all that is known of somebody: from then on they are a stranger. */
export function forget(known: KnownPeers, peerId: PeerId): KnownPeers {
  return known.filter((peer) => peer.peerId !== peerId);
}

/** The next morning, by the clock on the wall: hours that a change of the clock adds or takes do not count. */
export function tomorrowMorning(nowMs: number): number {
  const date = new Date(nowMs);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1, MORNING_HOUR).getTime();
}

/**
 * Takes in people of another device. What is known here stays, and what is missing comes: of two keys, names or moments
 * the one here counts, but for the later call. Somebody verified by another key than the one here is not.
 */
export function mergePeople(known: KnownPeers, others: KnownPeers): KnownPeers {
  const merged = new Map(known.map((peer) => [peer.peerId, peer]));
  for (const other of others) {
    const own = merged.get(other.peerId);
    merged.set(other.peerId, own === undefined ? other : join(own, other));
  }
  return bound([...merged.values()]);
}

function join(own: KnownPeer, other: KnownPeer): KnownPeer {
  const isSameKey = own.publicKey === null || other.publicKey === null || own.publicKey === other.publicKey;
  const lastCallAtMs = Math.max(own.lastCallAtMs ?? 0, other.lastCallAtMs ?? 0);
  return {
    peerId: own.peerId,
    names: [...new Set([...own.names, ...other.names])].slice(0, NAMES_MAX),
    shownName: own.shownName ?? other.shownName,
    verifiedAtMs: own.verifiedAtMs ?? (isSameKey ? other.verifiedAtMs : null),
    savedAtMs: own.savedAtMs ?? other.savedAtMs,
    publicKey: own.publicKey ?? other.publicKey,
    ownName: own.ownName ?? other.ownName ?? null,
    lastCallAtMs: lastCallAtMs || null,
    mutedUntilMs: own.mutedUntilMs ?? other.mutedUntilMs ?? null,
  };
}

function amend(known: KnownPeers, peerId: PeerId, change: Partial<KnownPeer>): KnownPeers {
  if (findPeer(known, peerId) !== undefined) {
    return known.map((peer) => peer.peerId === peerId ? { ...peer, ...change } : peer);
  }
  const nobody = { names: [], shownName: null, verifiedAtMs: null, savedAtMs: null, publicKey: null };
  return bound([{ ...nobody, peerId, ...change }, ...known]);
}

/** Of too many the latest, and contacts before all others. */
function bound(known: KnownPeers): KnownPeers {
  if (known.length <= KNOWN_MAX) return known;
  const contacts = known.filter((peer) => isContact([peer], peer.peerId));
  const kept = new Set([...new Set([...contacts, ...known])].slice(0, KNOWN_MAX));
  return known.filter((peer) => kept.has(peer));
}
