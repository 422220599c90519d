/**
 * What this browser learns about people: whom a call was with, by which key, and what the person says of them.
 *
 * Anybody can use any name. So a name that belongs to somebody known and comes from another ID causes a warning, until
 * the person says that it is them or compares words. Nothing is learned from a call before it is connected.
 */

import type { CallId, PeerId } from "../../../signaling/protocol.ts";
import { dropOldest } from "../../../signaling/protocol/drop_oldest.ts";
import {
  findPeer,
  foldName,
  isContact,
  KNOWN_MAX,
  type KnownPeer,
  type KnownPeerList,
  type KnownPeers,
  type Look,
} from "./known_peers.ts";

const NAMES_MAX = 4;
const NOBODY = { names: [], shownName: null, verifiedAtMs: null, savedAtMs: null, publicKey: null };
/** Calls that are remembered as noted: more than are on at once. */
const NOTED_MAX = 32;

/** Tells whether `name` belongs, by its look, to somebody else whom this browser knows, and not to this ID. */
export function isOthersName(known: KnownPeers, peerId: PeerId, name: string | null, look: Look = foldName): boolean {
  if (name === null) return false;
  const [folded, looked] = [foldName(name), look(name)];
  const owners = known.filter(({ names, ownName }) =>
    [...names, ...ownName ? [foldName(ownName)] : []].some((own) => own === folded || look(own) === looked)
  );
  return owners.length > 0 && !owners.some((owner) => owner.peerId === peerId);
}

/** The other end of a call that has been proved: `publicKey` is the key that it was proved by. */
export type ProvedPeer = {
  readonly peerId: PeerId;
  readonly name: string | null;
  readonly publicKey: string | null;
  /** When the call was connected; absent where nothing is learned of that. */
  readonly lastCallAtMs?: number;
};

/** Notes that this browser has talked with an ID, when, its key, and its name unless that is somebody else's. */
export function notePeer(known: KnownPeers, peer: ProvedPeer, look?: Look): KnownPeers {
  return update(known, isOthersName(known, peer.peerId, peer.name, look) ? { ...peer, name: null } : peer);
}

/** Notes that the person says it is them although the name is somebody else's too. */
export function confirmName(known: KnownPeers, peer: ProvedPeer): KnownPeers {
  return update(known, peer);
}

/** Notes that the words matched; with null, that this is not to be relied on any more. */
export function setVerified(known: KnownPeers, peer: ProvedPeer, verifiedAtMs: number | null): KnownPeers {
  return update(known, { ...peer, name: null }, verifiedAtMs);
}

/** Keeps a key that is known: another one was refused before it could come here. */
function update(
  known: KnownPeers,
  { peerId, name, publicKey, lastCallAtMs }: ProvedPeer,
  verifiedAtMs?: number | null,
): KnownPeers {
  const before = findPeer(known, peerId) ?? { ...NOBODY, peerId };
  const folded = name === null ? [] : [foldName(name)];
  const after: KnownPeer = {
    ...before,
    ...(verifiedAtMs === undefined ? {} : { verifiedAtMs }),
    ...(lastCallAtMs === undefined ? {} : { lastCallAtMs }),
    names: [...new Set([...folded, ...before.names])].slice(0, NAMES_MAX),
    shownName: name ?? before.shownName,
    publicKey: before.publicKey ?? publicKey,
  };
  const all = [after, ...known.filter((peer) => peer.peerId !== peerId)];
  if (all.length <= KNOWN_MAX) return all;
  const dropped = all.findLastIndex((peer, index) => index > 0 && !isContact([peer], peer.peerId));
  return all.filter((_, index) => index !== (dropped === -1 ? all.length - 1 : dropped));
}

type Met = {
  readonly remotePeerId: PeerId;
  readonly remoteName: string | null;
  readonly remotePublicKey: string | null;
};
type NotedCall = Met & { readonly callId: CallId; readonly phase: string };

/** Whom a call is with. */
function peerOf({ remotePeerId, remoteName, remotePublicKey }: Met): ProvedPeer {
  return { peerId: remotePeerId, name: remoteName, publicKey: remotePublicKey };
}

/** Notes on the list of known people what is learned of the other ends of calls. */
export class Acquaintances {
  readonly #list: Pick<KnownPeerList, "change">;
  /** The calls whose other ends have been noted, the latest last. */
  readonly #noted = new Set<CallId>();

  constructor(list: Pick<KnownPeerList, "change">) {
    this.#list = list;
  }

  /** Notes who it is, once for each call that is connected. */
  noteCall(call: NotedCall | null, nowMs: number, look?: Look): void {
    if (call?.phase !== "connected" || this.#noted.has(call.callId)) return;
    this.#noted.add(call.callId);
    dropOldest(this.#noted, NOTED_MAX);
    this.#list.change((peers) => notePeer(peers, { ...peerOf(call), lastCallAtMs: nowMs }, look));
  }

  /** Notes what the person found when they compared words; where they differ, nothing is to be relied on any more. */
  judgeWords(call: Met, { isSame }: { isSame: boolean }, nowMs: number): void {
    const peer = peerOf(call);
    this.#list.change((peers) =>
      isSame ? setVerified(confirmName(peers, peer), peer, nowMs) : setVerified(peers, peer, null)
    );
  }

  /** Notes that the person says who it is, although the name is somebody else's too. */
  confirmName(call: Met): void {
    this.#list.change((peers) => confirmName(peers, peerOf(call)));
  }
}
