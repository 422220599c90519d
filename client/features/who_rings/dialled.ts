/**
 * Whom the person has called within a day, from any tab, once they have set who may ring: they may call back, and a call
 * that crosses the person's own is no stranger's in another tab either.
 */

import { isPeerId, type PeerId } from "../../../signaling/protocol.ts";
import { count, type Guard, readBy, shape } from "../../../signaling/protocol/guards.ts";
import { KeptList } from "../../kept/kept.ts";
import type { KeptStore } from "../../kept/kept_store.ts";

export type Dialled = { readonly peerId: PeerId; readonly atMs: number };

/** People that are remembered. */
export const DIALLED_MAX = 32;
export const DIALLED_MS = 86_400_000;

const isDialledPeer: Guard<Dialled> = shape({ peerId: isPeerId as Guard<PeerId>, atMs: count() });

export function noteDialled(before: readonly Dialled[], dialled: Dialled): readonly Dialled[] {
  return [dialled, ...before.filter(({ peerId }) => peerId !== dialled.peerId)];
}

export function isDialled(all: readonly Dialled[], id: PeerId, nowMs: number): boolean {
  return all.some(({ peerId, atMs }) => peerId === id && Math.abs(nowMs - atMs) < DIALLED_MS);
}

/** @param store this page's, unless told otherwise */
export function createDialledList(store?: KeptStore): KeptList<Dialled> {
  return new KeptList({ key: "dialled", readItem: readBy(isDialledPeer), max: DIALLED_MAX, show: () => {} }, store);
}
