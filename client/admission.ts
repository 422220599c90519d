/**
 * Who may ring, and where: the rules for offers of people whom this browser knows, of strangers, and of those whom the
 * person has blocked. Pure: who it is, what is on the screen, who has rung and the time come in; `call_set.ts` and
 * `front_door.ts` do what comes out.
 *
 * IDs cost nothing, so every bound on strangers is one for all of them together: they may keep each other from ringing,
 * but never somebody who is known, and never the person from what they do.
 */

import type { PeerId } from "../signaling/protocol.ts";
import { type Budget, spend } from "./budget.ts";

export type Caller = "known" | "stranger" | "blocked";
/** `front` takes the screen, `line` waits in the quiet line, `busy` is told so, `drop` gets no word at all. */
export type Admission = "front" | "line" | "busy" | "drop";

/** Strangers that ring at once, and known people that do. */
export const RINGING_MAX = 4;
/** Strangers' rings within a minute that may take the screen. */
export const FRONT_RINGS_MAX = 2;
/** Strangers' rings within a minute, of all together. */
export const STRANGER_RINGS_MAX = 30;
/** Offers of one ID within a minute whose proof is looked at. */
export const OFFERS_MAX = { known: 60, stranger: 6 } as const;
/** Proofs that are checked, for strangers and known people each. */
const CHECKS = { max: 50, perSecond: 5 } as const;
const WINDOW_MS = 60_000;

export type Scene = {
  /** `absorbed`: types, or is about to call whose link opened the page; `dialling`: a call is placed. */
  readonly occupation: "free" | "absorbed" | "dialling" | "in-call";
  /** Who rings in front. */
  readonly front: "known" | "stranger" | null;
  readonly strangersRinging: number;
  readonly knownRinging: number;
  /** Strangers' rings within the last minute, without this one. */
  readonly strangerRings: number;
};

/** Says what becomes of an offer whose proof stands. */
export function admit(caller: Caller, scene: Scene): Admission {
  if (caller === "blocked") return "drop";
  if (scene.occupation === "in-call") return "busy";
  if (caller === "known") {
    if (scene.knownRinging >= RINGING_MAX) return "busy";
    return scene.occupation === "dialling" || scene.front === "known" ? "line" : "front";
  }
  // Not `busy`, which is final: an honest page repeats its offer, and so gets the next place that is free.
  if (scene.strangersRinging >= RINGING_MAX) return "drop";
  const mayDisturb = scene.occupation === "free" && scene.front === null && scene.strangerRings < FRONT_RINGS_MAX;
  return mayDisturb ? "front" : "line";
}

/** What the page remembers of the last minute's offers; the budgets bound how many there are. */
export type DoorLog = {
  readonly offers: readonly { readonly peerId: PeerId; readonly atMs: number }[];
  readonly strangerRings: readonly number[];
  readonly budgets: { readonly known: Budget | null; readonly stranger: Budget | null };
};

export const EMPTY_LOG: DoorLog = { offers: [], strangerRings: [], budgets: { known: null, stranger: null } };

/** Takes an offer whose proof is to be checked; null if it is one too many, which needs no answer: it is repeated. */
export function takeOffer(log: DoorLog, peerId: PeerId, caller: "known" | "stranger", nowMs: number): DoorLog | null {
  const offers = log.offers.filter(({ atMs }) => isRecent(atMs, nowMs));
  if (offers.filter((offer) => offer.peerId === peerId).length >= OFFERS_MAX[caller]) return null;
  if (caller === "stranger" && countStrangerRings(log, nowMs) >= STRANGER_RINGS_MAX) return null;
  const budget = spend(log.budgets[caller], 1, nowMs, CHECKS);
  if (budget === null) return null;
  return { ...log, offers: [...offers, { peerId, atMs: nowMs }], budgets: { ...log.budgets, [caller]: budget } };
}

/** Notes that a stranger's proof stands and that it rings. */
export function noteStrangerRing(log: DoorLog, nowMs: number): DoorLog {
  return { ...log, strangerRings: [...log.strangerRings.filter((atMs) => isRecent(atMs, nowMs)), nowMs] };
}

/** Counts the strangers' rings of the last minute. */
export function countStrangerRings({ strangerRings }: DoorLog, nowMs: number): number {
  return strangerRings.filter((atMs) => isRecent(atMs, nowMs)).length;
}

function isRecent(atMs: number, nowMs: number): boolean {
  return nowMs - atMs < WINDOW_MS;
}
