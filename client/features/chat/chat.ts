/**
 * The chat of one call: says what the person writes, once and in order, and keeps what both have written. Text alone. It
 * goes by the connection and never by the server, which could read it and add to it; so what is written while there is no
 * connection waits here, and what may have been lost with one is said again.
 *
 *   say()      waiting ──said, and said again until the other end's feature has it──► delivered
 *                 └── too many wait ──► failed ──sayAgain()──► waiting
 *
 * Each message has a number, from 1. Only a few are on their way at a time; the receiver takes the next and no other, and
 * tells the number that it has reached.
 */

import { count, type Guarded, is, isBoolean, list, shape, text } from "../../../signaling/protocol/guards.ts";
import type { FeatureCall, FeatureLine } from "../../feature/feature.ts";
import { type ChatFeature, type ChatView, TEXT_MAX } from "./chat_key.ts";
import { addEntry, type ChatLog, cleanText, EMPTY_LOG, ENTRIES_MAX, setStage } from "./chat_log.ts";

/** Messages that may be on their way to the other end at once, and that may wait behind them. */
export const AWAY_MAX = 8;
export const WAITING_MAX = 100;
/** After how long what is on its way is said again, in milliseconds; doubles up to the MAX while nothing is heard of it. */
export const REPEAT_MS = 1_500;
export const REPEAT_MS_MAX = 6_000;
/** After how long what the connection did not take is tried again, in milliseconds. */
export const RETRY_MS = 500;
/** How often the other end is told that the person writes, and for how long one such word holds, in milliseconds. */
export const TYPING_MS = 3_000;
export const TYPING_HOLDS_MS = 6_000;

const isSaid = shape({ say: count(1), text: text(TEXT_MAX) });
const isHeard = shape({ heard: count(1) });
const isTyping = shape({ typing: isBoolean });
const isStage = is("waiting", "delivered", "failed", "heard");
const isLegacy = shape({
  entries: list(shape({ text: text(TEXT_MAX), atMs: count(), stage: isStage }), ENTRIES_MAX),
  isCut: isBoolean,
  unreadCount: count(),
});

type Waiting = { readonly key: number; readonly text: string };
type Away = Waiting & { readonly number: number };

class Chat implements ChatFeature {
  readonly #line: FeatureLine;
  readonly #call: FeatureCall;
  #log: ChatLog = EMPTY_LOG;
  #nextKey = 1;
  #nextNumber = 1;
  #heardNumber = 0;
  #away: Away[] = [];
  #waiting: Waiting[] = [];
  #repeatTimer: ReturnType<typeof setTimeout> | undefined;
  #repeatMs = REPEAT_MS;
  #unreadCount = 0;
  #toldTypingAtMs: number | null = null;
  #isRemoteTyping = false;
  #typingTimer: ReturnType<typeof setTimeout> | undefined;
  view: ChatView = { ...EMPTY_LOG, isRemoteTyping: false, unreadCount: 0 };

  constructor(line: FeatureLine, call: FeatureCall) {
    [this.#line, this.#call] = [line, call];
    if (isLegacy(call.legacy)) this.#inherit(call.legacy);
  }

  /** What the other end is not known to have is said again: better twice than never. */
  #inherit({ entries, isCut, unreadCount }: Guarded<typeof isLegacy>): void {
    for (const entry of entries) this.#log = addEntry(this.#log, { ...entry, key: this.#nextKey++ });
    this.#log = { ...this.#log, isCut: isCut || this.#log.isCut };
    this.#waiting = this.#log.entries.filter(({ stage }) => stage === "waiting");
    this.#unreadCount = unreadCount;
    this.view = { ...this.#log, isRemoteTyping: false, unreadCount };
    this.#sayWaiting();
  }

  bequeath(): Guarded<typeof isLegacy> {
    const { entries, isCut, unreadCount } = this.view;
    return { entries: [...entries], isCut, unreadCount };
  }

  say(written: string): void {
    const cleaned = cleanText(written);
    if (cleaned === "" || cleaned.length > TEXT_MAX) return;
    const key = this.#nextKey++;
    this.#log = addEntry(this.#log, { key, text: cleaned, atMs: this.#call.now(), stage: "waiting" });
    this.#toldTypingAtMs = null; // A message ends the typing, at both ends.
    this.#enqueue(key, cleaned);
  }

  sayAgain(key: number): void {
    const entry = this.#log.entries.find((each) => each.key === key && each.stage === "failed");
    if (entry === undefined) return;
    // It goes to the end: the other end has it after what was said since.
    const rest = { ...this.#log, entries: this.#log.entries.filter((each) => each !== entry) };
    this.#log = addEntry(rest, { ...entry, atMs: this.#call.now(), stage: "waiting" });
    this.#enqueue(key, entry.text);
  }

  noteTyping(isWriting: boolean): void {
    const nowMs = this.#call.now();
    const toldMs = this.#toldTypingAtMs;
    if (isWriting ? toldMs !== null && Math.abs(nowMs - toldMs) < TYPING_MS : toldMs === null) return;
    this.#toldTypingAtMs = isWriting ? nowMs : null;
    this.#line.sendDirect({ typing: isWriting });
  }

  markRead(): void {
    if (this.#unreadCount === 0) return;
    this.#unreadCount = 0;
    this.#show();
  }

  /** What came by the server may be anybody's. */
  receive(): void {}

  receiveDirect(body: unknown): void {
    if (isSaid(body)) this.#hear(body.say, cleanText(body.text));
    else if (isHeard(body)) this.#noteHeard(body.heard);
    else if (isTyping(body)) this.#setRemoteTyping(body.typing);
  }

  close(): void {
    clearTimeout(this.#typingTimer);
    this.#stopRepeating();
  }

  #enqueue(key: number, cleaned: string): void {
    if (this.#waiting.length < WAITING_MAX) this.#waiting.push({ key, text: cleaned });
    else this.#log = setStage(this.#log, (entry) => entry.key === key, "failed");
    this.#sayWaiting();
    this.#show();
  }

  #sayWaiting(): void {
    const next = this.#waiting.splice(0, AWAY_MAX - this.#away.length)
      .map((each) => ({ ...each, number: this.#nextNumber++ }));
    this.#away.push(...next);
    this.#send(next);
  }

  #send(messages: readonly Away[]): void {
    const isTaken = messages.every(({ number, text }) => this.#line.sendDirect({ say: number, text }));
    if (!isTaken) this.#stopRepeating();
    if (this.#away.length === 0) return;
    this.#repeatTimer ??= setTimeout(() => {
      this.#repeatTimer = undefined;
      if (isTaken) this.#repeatMs = Math.min(2 * this.#repeatMs, REPEAT_MS_MAX);
      this.#send(this.#away);
    }, isTaken ? this.#repeatMs : RETRY_MS);
  }

  #stopRepeating(): void {
    clearTimeout(this.#repeatTimer);
    this.#repeatTimer = undefined;
  }

  /** What does not come in its turn comes again in it. */
  #hear(number: number, heard: string): void {
    const isNext = number === this.#heardNumber + 1;
    if (isNext) this.#heardNumber = number;
    if (number <= this.#heardNumber) this.#line.sendDirect({ heard: this.#heardNumber });
    if (!isNext || heard === "") return;
    const key = this.#nextKey++;
    this.#log = addEntry(this.#log, { key, text: heard, atMs: this.#call.now(), stage: "heard" });
    this.#unreadCount++;
    this.#setRemoteTyping(false);
  }

  /** The other end has all of ours up to this one. */
  #noteHeard(number: number): void {
    const keys = new Set(this.#away.filter((each) => each.number <= number).map(({ key }) => key));
    if (keys.size === 0) return;
    this.#away = this.#away.filter(({ key }) => !keys.has(key));
    this.#log = setStage(this.#log, ({ key }) => keys.has(key), "delivered");
    this.#stopRepeating();
    this.#repeatMs = REPEAT_MS;
    this.#sayWaiting();
    this.#show();
  }

  #setRemoteTyping(isWriting: boolean): void {
    clearTimeout(this.#typingTimer);
    this.#isRemoteTyping = isWriting;
    if (isWriting) this.#typingTimer = setTimeout(() => this.#setRemoteTyping(false), TYPING_HOLDS_MS);
    this.#show();
  }

  #show(): void {
    this.view = { ...this.#log, isRemoteTyping: this.#isRemoteTyping, unreadCount: this.#unreadCount };
    this.#call.changed();
  }
}

export function open(line: FeatureLine, call: FeatureCall): ChatFeature {
  return new Chat(line, call);
}
