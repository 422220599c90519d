/**
 * Delivers what waits for others: asks whether they are there, and hands over all that there is for them, one at a time.
 *
 *   asked ──key──► leave ──left──► the next … ──► nothing waits
 *     └── no answer: again, later and later ─────┘
 *
 * One tab does it for one person at a time. It tries when it is registered, when they are heard, and at growing intervals,
 * for whose sake nobody is told that they are not there: a server says so of calls alone.
 */

import { encodeBase64Url, type PeerId, type TabId } from "../../signaling/protocol.ts";
import type { NoteMessage, NoteStep } from "../../signaling/protocol/note_messages.ts";
import { attempt } from "../bounds/attempt.ts";
import { findWaiting, type LeftNote, type LeftNoteList, markDelivered } from "./left_notes.ts";
import type { Proof } from "../proof/call_proof.ts";
import { nextRetryDelayMs } from "../time/backoff.ts";
import { encodeNoteClaim, isNoteProven, type NoteClaim } from "./note_claims.ts";
import { seal } from "./sealing.ts";

/** How long an answer may take, in milliseconds. */
export const ANSWER_MS_MAX = 4_000;
/** Longest between two tries, and how long none follows another though the person is heard, in milliseconds. */
export const TRY_MS_MAX = 600_000;
export const HEARD_MS_MIN = 10_000;
/** Within this time of being registered everybody is looked for, in milliseconds. */
export const FIRST_TRY_MS_MAX = 2_000;

export type NoteEnd = {
  readonly localTabId: TabId;
  readonly localPeerId: () => PeerId | null;
  readonly sign: (claim: Uint8Array<ArrayBuffer>) => Promise<Proof | null>;
  /** The key that an ID is known to have; null while none is. */
  readonly knownKey: (peerId: PeerId) => string | null;
  readonly send: (message: NoteMessage) => void;
  /** The clock on the wall. */
  readonly now: () => number;
};

export type NoteSenderOptions = NoteEnd & {
  readonly list: LeftNoteList;
  readonly ownName: () => string | null;
  readonly isBlocked: (peerId: PeerId) => boolean;
  /** A clock that nobody sets. */
  readonly monotonicNow: () => number;
  readonly random: () => number;
  /** Runs `act` unless another tab does the same for this person. */
  readonly alone: (peerId: PeerId, act: () => Promise<void>) => Promise<void>;
};

type Trying = {
  timer: ReturnType<typeof setTimeout> | undefined;
  /** Messages that wait for the person. */
  count: number;
  /** Since when they are looked for. */
  sinceMs: number;
  triedAtMs: number;
  /** When the next try is due. */
  dueAtMs: number;
  isOn: boolean;
  /** They were heard while it was on. */
  isHeard: boolean;
};

export class NoteSender {
  readonly #options: NoteSenderOptions;
  readonly #people = new Map<PeerId, Trying>();
  #online: ReadonlySet<PeerId> = new Set();
  /** Who waits for an answer, by what it must be. */
  readonly #awaited = new Map<string, (message: NoteMessage | null) => void>();

  constructor(options: NoteSenderOptions) {
    this.#options = options;
  }

  /** Looks for everybody whom something waits for: the socket is a fresh one. */
  handleRegistered(): void {
    const { monotonicNow, random } = this.#options;
    this.follow();
    for (const [peerId, trying] of this.#people) {
      trying.sinceMs = monotonicNow();
      this.#schedule(peerId, random() * FIRST_TRY_MS_MAX);
    }
  }

  /** Something has been left, delivered or taken back. */
  follow(): void {
    const { list, localPeerId, monotonicNow, random } = this.#options;
    const waiting = Map.groupBy(findWaiting(list.value, localPeerId()), (note) => note.peerId);
    for (const [peerId, { timer }] of [...this.#people]) {
      if (waiting.has(peerId)) continue;
      clearTimeout(timer);
      this.#people.delete(peerId);
    }
    for (const [peerId, { length: count }] of waiting) {
      const before = this.#people.get(peerId);
      const isMore = count > (before?.count ?? 0);
      const trying = before ??
        {
          ...{ timer: undefined, count, sinceMs: 0 },
          triedAtMs: -Infinity,
          dueAtMs: Infinity,
          isOn: false,
          isHeard: false,
        };
      this.#people.set(peerId, trying);
      trying.count = count;
      if (!isMore) continue;
      // Whoever has just been written to may well be there by now.
      trying.sinceMs = monotonicNow();
      this.#schedule(peerId, random() * FIRST_TRY_MS_MAX);
    }
  }

  /** The person is there: they have just said something. It tries at once, or as soon as a try may follow the last. */
  handleHeard(peerId: PeerId): void {
    const trying = this.#people.get(peerId);
    if (trying === undefined) return;
    const nowMs = this.#options.monotonicNow();
    const atMs = Math.max(nowMs, trying.triedAtMs + HEARD_MS_MIN);
    if (trying.isOn) trying.isHeard = true;
    else if (atMs < trying.dueAtMs) this.#schedule(peerId, atMs - nowMs);
  }

  /** Takes who is known to be online: whoever has just come is there. */
  followOnline(online: ReadonlySet<PeerId>): void {
    for (const peerId of online) if (!this.#online.has(peerId)) this.handleHeard(peerId);
    this.#online = online;
  }

  /** Takes an answer. */
  receive(message: NoteMessage): void {
    this.#awaited.get(keyOf(message))?.(message);
  }

  stop(): void {
    for (const { timer } of this.#people.values()) clearTimeout(timer);
    this.#people.clear();
    for (const take of this.#awaited.values()) take(null);
  }

  #schedule(peerId: PeerId, ms: number): void {
    const trying = this.#people.get(peerId);
    if (trying === undefined) return;
    clearTimeout(trying.timer);
    trying.dueAtMs = this.#options.monotonicNow() + ms;
    trying.timer = setTimeout(() => attempt("leave a message", () => this.#try(peerId, trying)), ms);
  }

  async #try(peerId: PeerId, trying: Trying): Promise<void> {
    const { alone, monotonicNow, random, isBlocked } = this.#options;
    if (trying.isOn || isBlocked(peerId)) return;
    [trying.isOn, trying.isHeard] = [true, false];
    trying.triedAtMs = monotonicNow();
    try {
      await alone(peerId, () => this.#deliver(peerId));
    } finally {
      trying.isOn = false;
      const elapsedMs = monotonicNow() - trying.sinceMs;
      if (this.#people.get(peerId) === trying) {
        this.#schedule(peerId, nextRetryDelayMs(elapsedMs, random(), TRY_MS_MAX));
        if (trying.isHeard) this.handleHeard(peerId);
      }
    }
  }

  async #deliver(peerId: PeerId): Promise<void> {
    const { list, localPeerId, now } = this.#options;
    const own = localPeerId();
    const [first] = findWaiting(list.value, own, peerId);
    const key = first === undefined ? null : await this.#askForKey(first);
    if (key === null) return;
    for (const note of findWaiting(list.value, own, peerId)) {
      if (!await this.#leave(note, key)) return;
      list.change((notes) => markDelivered(notes, note.noteId, now()));
    }
  }

  /** Asks for a key to seal by; null if nobody answers who can prove to be the one. */
  async #askForKey(note: LeftNote): Promise<string | null> {
    const nonce = encodeBase64Url(crypto.getRandomValues(new Uint8Array(32)));
    const answer = await this.#say({ ...this.#head(note), step: "ask", nonce }, "key", nonce);
    return answer?.step === "key" ? answer.key : null;
  }

  async #leave(note: LeftNote, key: string): Promise<boolean> {
    const { ownName, list } = this.#options;
    if (!list.value.some(({ noteId }) => noteId === note.noteId)) return true; // Taken back meanwhile.
    const content = JSON.stringify({ text: note.text, atMs: note.atMs, name: ownName() });
    const place = { noteId: note.noteId, senderId: note.localPeerId, receiverId: note.peerId };
    const sealed = await seal(content, key, place);
    if (sealed === null) return false;
    return await this.#say({ ...this.#head(note), step: "leave", key, ...sealed }, "left", sealed.sealed) !== null;
  }

  #head({ localPeerId, peerId, noteId }: LeftNote): Pick<NoteMessage, "type" | "id" | "clientId" | "callId" | "tabId"> {
    const { localTabId: tabId } = this.#options;
    return { type: "note", id: localPeerId, clientId: peerId, callId: noteId, tabId };
  }

  /** Says it, and waits for an answer that is the person's own; null if none comes. */
  async #say(claim: NoteClaim, step: "key" | "left", answered: string): Promise<NoteStep<"key" | "left"> | null> {
    const { sign, send, knownKey } = this.#options;
    const proof = await sign(encodeNoteClaim(claim));
    if (proof === null) return null;
    const { id, clientId, callId } = claim;
    const key = keyOf({ id: clientId, clientId: id, callId, step });
    let stop = () => {};
    try {
      return await new Promise((resolve) => {
        const timer = setTimeout(() => resolve(null), ANSWER_MS_MAX);
        stop = () => clearTimeout(timer);
        this.#awaited.set(key, (message) => {
          if (message === null) return resolve(null);
          if (message.step !== "key" && message.step !== "left") return;
          attempt("check an answer", async () => {
            if (await isNoteProven(message, knownKey(message.id), answered)) resolve(message);
          });
        });
        send({ ...claim, proof });
      });
    } finally {
      stop();
      this.#awaited.delete(key);
    }
  }
}

function keyOf({ id, clientId, callId, step }: Pick<NoteMessage, "id" | "clientId" | "callId" | "step">): string {
  return `${id} ${clientId} ${callId} ${step}`;
}
