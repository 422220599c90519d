/**
 * Who knocks: a few people with a line each, shared by all tabs, until they are answered or an hour is over. Whoever was
 * answered is not heard again in that hour, whatever the answer was. The rules are pure.
 */

import { computed, signal } from "@preact/signals";
import { isPeerId, type PeerId } from "../../../signaling/protocol.ts";
import { count, type Guard, isBoolean, nullable, readBy, shape, text } from "../../../signaling/protocol/guards.ts";
import { TokenBucket } from "../../../signaling/protocol/token_bucket.ts";
import { blockedPeers } from "../../kept/people/blocked_peers.ts";
import { KeptList } from "../../kept/kept.ts";
import type { KeptStore } from "../../kept/kept_store.ts";

export type Knock = {
  readonly peerId: PeerId;
  /** As they call themselves, cleaned; null if they did not say. */
  readonly name: string | null;
  readonly text: string;
  readonly atMs: number;
  readonly isAnswered: boolean;
};

/** Knocks that wait at once. */
export const WAITING_MAX = 8;
/** Knocks that are kept, answered ones among them. */
export const KNOCKS_MAX = 32;
export const KNOCK_MS = 3_600_000;
/** Knocks that are heard, of all people together. */
const RATE = { capacity: 8, perMs: 1 / 30_000 };

const isKnock: Guard<Knock> = shape({
  peerId: isPeerId as Guard<PeerId>,
  name: nullable(text()),
  text: text(),
  atMs: count(),
  isAnswered: isBoolean,
});

/** Those of the last hour; a clock that was set back loses none for good. */
function recent(knocks: readonly Knock[], nowMs: number): readonly Knock[] {
  return knocks.filter(({ atMs }) => Math.abs(nowMs - atMs) < KNOCK_MS);
}

/** Adds a knock, unless that caller has knocked already, or enough wait. */
export function addKnock(knocks: readonly Knock[], knock: Knock): readonly Knock[] {
  const others = recent(knocks, knock.atMs);
  const waiting = others.filter(({ isAnswered }) => !isAnswered);
  const isKept = others.some(({ peerId }) => peerId === knock.peerId) || waiting.length >= WAITING_MAX;
  // Answered ones go first when there are too many.
  return isKept ? others : [knock, ...waiting, ...others.filter(({ isAnswered }) => isAnswered)].slice(0, KNOCKS_MAX);
}

export function answerKnock(knocks: readonly Knock[], peerId: PeerId): readonly Knock[] {
  return knocks.map((knock) => knock.peerId === peerId ? { ...knock, isAnswered: true } : knock);
}

const knocks = signal<readonly Knock[]>([]);

/** @param store this page's, unless told otherwise */
export function createKnockList(show: (knocks: readonly Knock[]) => void, store?: KeptStore): KeptList<Knock> {
  return new KeptList({ key: "knocks", readItem: readBy(isKnock), max: KNOCKS_MAX, show }, store);
}

const list = createKnockList((kept) => knocks.value = kept);
const bucket = new TokenBucket(RATE, performance.now());

/** Who waits for an answer, oldest first. */
export const waitingKnocks = computed(() => {
  const isBlocked = ({ peerId }: Knock) => blockedPeers.value.some((peer) => peer.peerId === peerId);
  return recent(knocks.value, Date.now()).filter((knock) => !knock.isAnswered && !isBlocked(knock)).reverse();
});

/** Hears a knock, if that is not one too many. */
export function hearKnock(knock: Pick<Knock, "peerId" | "name" | "text">): void {
  const before = knocks.peek();
  const heard: Knock = { ...knock, atMs: Date.now(), isAnswered: false };
  if (addKnock(before, heard)[0] !== heard || bucket.take(performance.now()) > 0) return;
  list.change((kept) => addKnock(kept, heard));
}

/** Takes a knock away, and hears no more of them for now. */
export function closeKnock(peerId: PeerId): void {
  list.change((kept) => answerKnock(kept, peerId));
}
