/**
 * Decides who may ring, and where: known people, strangers, and people who are blocked. Pure: it gets the caller, the
 * screen, recent rings and the time; `conversation.ts` and `front_door.ts` act on the answer.
 *
 * IDs cost nothing, so strangers share one limit. They can keep each other from ringing, but never somebody who is
 * known, and they never interrupt what the person is doing.
 */

import type { PeerId } from "../../signaling/protocol.ts";
import { FRONT_RINGS_MAX } from "./occupation.ts";
import { type Rate, TokenBucket } from "../../signaling/protocol/token_bucket.ts";

export type Caller = "known" | "stranger" | "blocked";
/** `front` takes the screen, `line` waits in the quiet line, `busy` is told so, `drop` gets no word at all. */
export type Admission = "front" | "line" | "busy" | "drop";

/** Strangers that ring at once, and known people that do. */
export const RINGING_MAX = 4;
/** Strangers' rings within a minute, of all together. */
export const STRANGER_RINGS_MAX = 30;
/** Offers of one ID within a minute whose proof is looked at. */
export const OFFERS_MAX = { known: 60, stranger: 6 } as const;
/** Proofs that are checked, for strangers and known people each. */
const CHECKS: Rate = { capacity: 50, perMs: 5 / 1_000 };
const WINDOW_MS = 60_000;

export type Scene = {
  /**
   * `absorbed`: types, or is about to call whose link opened the page; `engaged`: a call is placed, or one is on beside
   * which there may be another; `full`: in as many calls as there may be.
   */
  readonly occupation: "free" | "absorbed" | "engaged" | "full";
  /** Who rings in front. */
  readonly front: "known" | "stranger" | null;
  readonly strangersRinging: number;
  readonly knownRinging: number;
  /** Strangers' rings within the last minute, without this one. */
  readonly strangerRings: number;
};

/** What an offer is judged by besides the calls that there are. */
export type Ringing = {
  readonly caller: Caller;
  /** The person types, or is about to call whose link opened the page. */
  readonly isAbsorbed: boolean;
  /** The person is not to be disturbed: whoever it is, they ring in the quiet line. */
  readonly isQuiet: boolean;
  /** Rings of strangers within the last minute, before this one. */
  readonly strangerRings: number;
};

/** Who may ring where, and in how many calls a person may be at once: what a conversation is handed. */
export type AdmissionPolicy = {
  /** Calls that a person may be in at once; whoever rings beyond that is told that they are busy. */
  readonly takenMax: number;
  /** Only one of these is heard and seen: to answer, place or resume one puts the others on hold. */
  readonly isOneHeard: boolean;
  /** Says what becomes of an offer whose proof stands. */
  readonly admit: (caller: Caller, scene: Scene) => Admission;
};

/** One call is in front, and whoever else rings waits until there is room, or hears that the person is busy. */
export function oneInFront(takenMax: number, { isOneHeard = false } = {}): AdmissionPolicy {
  return { takenMax, isOneHeard, admit };
}

/** Says what becomes of an offer whose proof stands. */
export function admit(caller: Caller, scene: Scene): Admission {
  if (caller === "blocked") return "drop";
  if (scene.occupation === "full") return "busy";
  if (caller === "known") {
    if (scene.knownRinging >= RINGING_MAX) return "busy";
    return scene.occupation === "engaged" || scene.front === "known" ? "line" : "front";
  }
  // Not `busy`, which is final: an honest page repeats its offer, and so gets the next place that is free.
  if (scene.strangersRinging >= RINGING_MAX) return "drop";
  const mayDisturb = scene.occupation === "free" && scene.front === null && scene.strangerRings < FRONT_RINGS_MAX;
  return mayDisturb ? "front" : "line";
}

/** What the page remembers of the last minute's offers; what may be checked bounds how many there are. */
export class DoorLog {
  #offers: readonly { readonly peerId: PeerId; readonly atMs: number }[] = [];
  #strangerRings: readonly number[] = [];
  readonly #checks: Readonly<Record<"known" | "stranger", TokenBucket>>;

  constructor(nowMs: number) {
    this.#checks = { known: new TokenBucket(CHECKS, nowMs), stranger: new TokenBucket(CHECKS, nowMs) };
  }

  /** Number of offers that are remembered. */
  get offerCount(): number {
    return this.#offers.length;
  }

  /** Takes an offer whose proof is to be checked; false if it is one too many, which needs no answer: it is repeated. */
  takeOffer(peerId: PeerId, caller: "known" | "stranger", nowMs: number): boolean {
    const offers = this.#offers.filter(({ atMs }) => isRecent(atMs, nowMs));
    if (offers.filter((offer) => offer.peerId === peerId).length >= OFFERS_MAX[caller]) return false;
    if (caller === "stranger" && this.countStrangerRings(nowMs) >= STRANGER_RINGS_MAX) return false;
    if (this.#checks[caller].take(nowMs) > 0) return false;
    this.#offers = [...offers, { peerId, atMs: nowMs }];
    return true;
  }

  /** Notes that a stranger's proof stands and that it rings. */
  noteStrangerRing(nowMs: number): void {
    this.#strangerRings = [...this.#strangerRings.filter((atMs) => isRecent(atMs, nowMs)), nowMs];
  }

  /** Counts the strangers' rings of the last minute. */
  countStrangerRings(nowMs: number): number {
    return this.#strangerRings.filter((atMs) => isRecent(atMs, nowMs)).length;
  }
}

function isRecent(atMs: number, nowMs: number): boolean {
  return nowMs - atMs < WINDOW_MS;
}
