/**
 * Makes one list of all whom this browser knows and whose calls nobody took, and finds people in it. A name that is only
 * claimed is none: strangers, and those whose name is somebody else's, go by their IDs. Pure.
 */

import type { PeerId } from "../../../signaling/protocol.ts";
import type { BlockedPeer } from "../../kept/people/blocked_peers.ts";
import { foldName, hasHadName, type KnownPeer, type KnownPeers, nameOf } from "../../kept/people/known_peers.ts";
import type { MissedCaller } from "../../kept/people/missed_calls.ts";

/** Strangers are whom nobody here has talked with: each has missed calls. */
export type Group = "missed" | "strangers" | "others";

export type Person = {
  readonly peerId: PeerId;
  readonly group: Group;
  readonly name: string | null;
  /** What they call themselves, where that is no name. */
  readonly claimedName: string | null;
  /** Null for a stranger. */
  readonly known: KnownPeer | null;
  /** Null where none were missed since the last call with them. */
  readonly missed: MissedCaller | null;
};

export type Kept = {
  readonly known: KnownPeers;
  readonly missed: readonly MissedCaller[];
  readonly blocked: readonly BlockedPeer[];
};

/** Lists whose calls were missed, known people before strangers, then all others, the latest call first. */
export function listPeople({ known, missed, blocked }: Kept): readonly Person[] {
  const hidden = new Set(blocked.map(({ peerId }) => peerId));
  const knownById = new Map(known.map((peer) => [peer.peerId, peer]));
  const isOpen = ({ remotePeerId, atMs }: MissedCaller) => {
    return !hidden.has(remotePeerId) && atMs > (knownById.get(remotePeerId)?.lastCallAtMs ?? 0);
  };
  const callers = missed.filter(isOpen).map((caller) => describe(knownById.get(caller.remotePeerId), caller));
  for (const { peerId } of callers) hidden.add(peerId);
  const others = known.filter(({ peerId }) => !hidden.has(peerId))
    .toSorted((one, other) => lastAtMs(other) - lastAtMs(one));
  return [
    ...callers.filter(({ group }) => group === "missed"),
    ...callers.filter(({ group }) => group === "strangers"),
    ...others.map((peer) => describe(peer, null)),
  ];
}

function lastAtMs({ lastCallAtMs, savedAtMs, verifiedAtMs }: KnownPeer): number {
  return lastCallAtMs ?? Math.max(savedAtMs ?? 0, verifiedAtMs ?? 0);
}

function describe(known: KnownPeer, missed: null): Person;
function describe(known: KnownPeer | undefined, missed: MissedCaller): Person;
function describe(known: KnownPeer | undefined, missed: MissedCaller | null): Person {
  const peerId = (missed?.remotePeerId ?? known?.peerId) as PeerId;
  const called = missed?.remoteName ?? null;
  const isTheirs = called !== null && known !== undefined && hasHadName([known], peerId, called);
  const name = nameOf(known) ?? (isTheirs ? called : null);
  return {
    ...{ peerId, name, missed, known: known ?? null },
    claimedName: name === null ? called : null,
    group: missed === null ? "others" : known === undefined ? "strangers" : "missed",
  };
}

/** Finds those whose names or IDs have in them what is asked for, however it is written; all of nothing. */
export function findPeople(people: readonly Person[], query: string): readonly Person[] {
  if (query.trim() === "") return people;
  const folded = foldName(query);
  const isFound = (text: string | null | undefined) => text !== null && text !== undefined && text.includes(folded);
  return people.filter(({ peerId, name, known }) =>
    isFound(peerId.replaceAll("-", "")) || (name !== null && isFound(foldName(name))) || known?.names.some(isFound)
  );
}
