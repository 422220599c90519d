/**
 * Whom this browser has talked with: under which names, and whether words were compared with them. Kept in this browser
 * and shared by its tabs, the latest first.
 *
 * An ID is the hash of a key, cut short; so the key itself is kept as well, and whoever comes with the ID and another key
 * is refused (`proof_gate.ts`).
 *
 * A name is the sender's word. So one that belongs to somebody known and now comes from another ID is a warning, until
 * the person says that it is them or has compared words. Nothing is learned from a call before it is connected.
 */

import { type CallId, isPeerId, type PeerId } from "../signaling/protocol.ts";
import { KeptList } from "./kept_list.ts";
import type { CallView } from "./state.ts";

/** People kept; whoever words were compared with goes last. */
export const KNOWN_MAX = 200;
const NAMES_MAX = 4;

export type KnownPeer = {
  readonly peerId: PeerId;
  /** The names it came under, folded; the latest first. */
  readonly names: readonly string[];
  /** When the person said that the words match; null if never. */
  readonly verifiedAtMs: number | null;
  /** The whole key, as it was proved in a call, in base64url; null for who was known before keys were kept. */
  readonly publicKey: string | null;
};
export type KnownPeers = readonly KnownPeer[];

/** Makes one of names that look the same. */
export type Look = (name: string) => string;

/** Folds width, case, accents and spaces; `look_alikes.ts` knows more, once it has been loaded. */
export function foldName(name: string): string {
  return name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "") || name;
}

/** Tells whether `name` belongs, by its look, to somebody else whom this browser knows, and not to this ID. */
export function isOthersName(known: KnownPeers, peerId: PeerId, name: string | null, look: Look = foldName): boolean {
  if (name === null) return false;
  const [folded, looked] = [foldName(name), look(name)];
  const owners = known.filter(({ names }) => names.some((own) => own === folded || look(own) === looked));
  return owners.length > 0 && !owners.some((owner) => owner.peerId === peerId);
}

export function findVerifiedAtMs(known: KnownPeers, peerId: PeerId): number | null {
  return find(known, peerId)?.verifiedAtMs ?? null;
}

/** The key that belongs to an ID; null for one that is not known, or not with its key. */
export function findKey(known: KnownPeers, peerId: PeerId): string | null {
  return find(known, peerId)?.publicKey ?? null;
}

function find(known: KnownPeers, peerId: PeerId): KnownPeer | undefined {
  return known.find((peer) => peer.peerId === peerId);
}

/** The other end of a call that has been proved: `publicKey` is the key that it was proved by. */
export type ProvedPeer = { readonly peerId: PeerId; readonly name: string | null; readonly publicKey: string | null };

/** Tells whether this browser has talked with an ID; anybody else is a stranger. */
export function isKnown(known: KnownPeers, peerId: PeerId): boolean {
  return find(known, peerId) !== undefined;
}

/** Notes that this browser has talked with an ID, its key, and its name unless that is somebody else's. */
export function notePeer(known: KnownPeers, { peerId, name, publicKey }: ProvedPeer, look?: Look): KnownPeers {
  return update(known, { peerId, name: isOthersName(known, peerId, name, look) ? null : name, publicKey });
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
function update(known: KnownPeers, { peerId, name, publicKey }: ProvedPeer, verifiedAtMs?: number | null): KnownPeers {
  const before = find(known, peerId) ?? { peerId, names: [], verifiedAtMs: null, publicKey: null };
  const folded = name === null ? [] : [foldName(name)];
  const after: KnownPeer = {
    peerId,
    names: [...new Set([...folded, ...before.names])].slice(0, NAMES_MAX),
    verifiedAtMs: verifiedAtMs === undefined ? before.verifiedAtMs : verifiedAtMs,
    publicKey: before.publicKey ?? publicKey,
  };
  const all = [after, ...known.filter((peer) => peer.peerId !== peerId)];
  if (all.length <= KNOWN_MAX) return all;
  const dropped = all.findLastIndex((peer, index) => index > 0 && peer.verifiedAtMs === null);
  return all.filter((_, index) => index !== (dropped === -1 ? all.length - 1 : dropped));
}

// --- In this browser ------------------------------------------------------------------------------------------------

type NotedCall = Pick<CallView, "callId" | "phase" | "remotePeerId" | "remoteName" | "remotePublicKey">;

/** Whom a call is with. */
export function peerOf({ remotePeerId, remoteName, remotePublicKey }: Omit<NotedCall, "callId" | "phase">): ProvedPeer {
  return { peerId: remotePeerId, name: remoteName, publicKey: remotePublicKey };
}

/** Reads an entry; one that was kept before keys were gets its key from the next call. */
function readKnownPeer(value: unknown): KnownPeer | null {
  if (!isKnownPeer(value)) return null;
  return { ...value, publicKey: typeof value.publicKey === "string" ? value.publicKey : null };
}

function isKnownPeer(value: unknown): value is Omit<KnownPeer, "publicKey"> & { readonly publicKey?: unknown } {
  return typeof value === "object" && value !== null &&
    "peerId" in value && isPeerId(value.peerId) &&
    "names" in value && Array.isArray(value.names) && value.names.every((name) => typeof name === "string") &&
    "verifiedAtMs" in value && (value.verifiedAtMs === null || typeof value.verifiedAtMs === "number");
}

/** The list as it is kept; tells whenever it changes, here or in another tab. */
export class KnownPeerList extends KeptList<KnownPeer> {
  /** The call whose other end has been noted last. */
  #notedCallId: CallId | null = null;

  constructor(show: (peers: KnownPeers) => void) {
    super({ key: "known-peers", readItem: readKnownPeer, max: KNOWN_MAX, show });
  }

  /** Notes who it is, once for each call that is connected. */
  noteCall(call: NotedCall | null, look?: Look): void {
    if (call?.phase !== "connected" || call.callId === this.#notedCallId) return;
    this.#notedCallId = call.callId;
    this.change((peers) => notePeer(peers, peerOf(call), look));
  }
}
