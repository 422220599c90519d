/**
 * The chat of one call: says what the person writes, once and in order, and shows what both have written. Text alone. It
 * goes by the connection and never by the server, which could read it and add to it; so what is written while there is no
 * connection waits here, and what may have been lost with one is said again.
 *
 *   say()      waiting ──said, and said again until the other end's feature has it──► delivered
 *                 └── too many wait ──► failed ──sayAgain()──► waiting
 *
 * Each message has a number, from 1. Only a few are on their way at a time; the receiver takes the next and no other, and
 * tells the number that it has reached. What a call could not say is said in the next one with the same person; the
 * receiver knows by its ID what it shows already. Whether the person wants the chat kept is said among the messages, in
 * order with them; `kept_chat.ts` keeps it.
 */

import { count, type Guarded, isBoolean, list, optional, readBy, shape } from "../../../signaling/protocol/guards.ts";
import type { FeatureCall, FeatureLine } from "../../feature/feature.ts";
import { Kept } from "../../kept/kept.ts";
import type { ChatEntry, ChatFeature, ChatStage, ChatView } from "./chat_key.ts";
import { addEntry, type ChatLog, EMPTY_LOG, ENTRIES_MAX, setStage } from "./chat_log.ts";
import { cleanText } from "./clean_text.ts";
import { isLeft, isSame, KeptChat, KeptChats } from "./kept_chat.ts";
import { LiveText } from "./live_text.ts";
import { isDraft, isHeard, isSaid, isTyping } from "./said.ts";
import { TEXT_MAX } from "./text_max.ts";

export { cleanText }; // Messages that people leave are cleaned by the same.
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
/** How long ago a message may have been written, as the other end tells it, in milliseconds. */
export const AGO_MS_MAX = 30 * 86_400_000;

const isLegacy = shape({
  ...{ entries: list(isLeft, ENTRIES_MAX), isCut: isBoolean, unreadCount: count(), beforeCount: optional(count()) },
});

/** A message, or what the person wants kept, which has no text. */
type Waiting = ChatEntry & { readonly keep?: boolean };
type Away = Waiting & { readonly number: number };

const keptChats = new KeptChats();
/** Those of calls that are on. */
const chats = new Set<Chat>();
const live = new Kept({
  ...{ key: "live-text", empty: false, parse: readBy(isBoolean) },
  show: () => chats.forEach((chat) => chat.noteLive()),
});

class Chat implements ChatFeature {
  readonly #line: FeatureLine;
  readonly #call: FeatureCall;
  readonly #kept: KeptChat;
  readonly #draft: LiveText;
  #log: ChatLog = EMPTY_LOG;
  #nextKey = 1;
  /** Those up to this one were there before the call. */
  #beforeKey = 0;
  #lastId = 0;
  #nextNumber = 1;
  #heardNumber = 0;
  #away: Away[] = [];
  #waiting: Waiting[] = [];
  #repeatTimer: ReturnType<typeof setTimeout> | undefined;
  #repeatMs = REPEAT_MS;
  #unreadCount = 0;
  #toldTypingAtMs: number | null = null;
  #isRemoteTyping = false;
  #remoteDraft = "";
  #typingTimer: ReturnType<typeof setTimeout> | undefined;
  view: ChatView;

  constructor(line: FeatureLine, call: FeatureCall) {
    this.#line = line;
    this.#call = call;
    this.#kept = new KeptChat(keptChats, call.remotePeerId);
    this.#draft = new LiveText((draft) => line.sendDirect({ draft }));
    const entries = this.#kept.take();
    const anew = { entries, isCut: false, unreadCount: 0, beforeCount: entries.length };
    // A call that goes on has all that this one began with.
    this.#inherit(isLegacy(call.legacy) ? call.legacy : anew);
    this.view = this.#look();
    chats.add(this);
    // Before all that waits, since it is about that too.
    if (this.#kept.isWished) this.#waiting.unshift(this.#createWish());
    this.#sayWaiting();
  }

  /** What the other end is not known to have is said again: it knows what it has had. */
  #inherit({ entries, isCut, unreadCount, beforeCount = 0 }: Guarded<typeof isLegacy>): void {
    for (const entry of entries) {
      const key = this.#nextKey++;
      const inherited = { ...entry, key, id: entry.id ?? key };
      this.#log = addEntry(this.#log, inherited);
      if (entry.stage !== "heard") this.#lastId = Math.max(this.#lastId, inherited.id); // Whatever the clock says now.
    }
    this.#log = { ...this.#log, isCut: isCut || this.#log.isCut };
    this.#waiting = this.#log.entries.filter(({ stage }) => stage === "waiting");
    [this.#unreadCount, this.#beforeKey] = [unreadCount, beforeCount];
  }

  bequeath(): Guarded<typeof isLegacy> {
    const { entries, isCut, unreadCount } = this.view;
    const beforeCount = entries.filter(({ key }) => key <= this.#beforeKey).length;
    return { entries: [...entries], isCut, unreadCount, beforeCount };
  }

  say(written: string): void {
    const cleaned = cleanText(written);
    if (cleaned === "" || cleaned.length > TEXT_MAX) return;
    this.#toldTypingAtMs = null; // A message ends the typing, at both ends.
    this.#draft.stop();
    this.#enqueue(cleaned);
  }

  sayAgain(key: number): void {
    const entry = this.#log.entries.find((each) => each.key === key && each.stage === "failed");
    if (entry === undefined) return;
    // It goes to the end: the other end has it after what was said since.
    this.#log = { ...this.#log, entries: this.#log.entries.filter((each) => each !== entry) };
    this.#enqueue(entry.text);
  }

  noteDraft(draft: string): void {
    this.#draft.set(live.value ? draft.slice(0, TEXT_MAX) : "");
    const isWriting = draft.trim() !== "";
    const nowMs = this.#call.now();
    const toldMs = this.#toldTypingAtMs;
    if (isWriting ? toldMs !== null && Math.abs(nowMs - toldMs) < TYPING_MS : toldMs === null) return;
    this.#toldTypingAtMs = isWriting ? nowMs : null;
    this.#line.sendDirect({ typing: isWriting });
  }

  setLive(isLive: boolean): void {
    live.change(() => isLive);
  }

  /** It was chosen in some call or tab. */
  noteLive(): void {
    if (!live.value) this.#draft.set("");
    this.#show();
  }

  markRead(): void {
    if (this.#unreadCount === 0) return;
    this.#unreadCount = 0;
    this.#show();
  }

  setWish(isWished: boolean): void {
    if (isWished === this.#kept.isWished) return;
    this.#kept.setWish(isWished);
    // In its place among the messages; of several in a row the last counts.
    if (this.#waiting.at(-1)?.keep !== undefined) this.#waiting.pop();
    this.#waiting.push(this.#createWish());
    this.#sayWaiting();
    this.#show();
  }

  deleteKept(): void {
    const ids = this.#kept.clear();
    const isLeft = ({ key, id, stage }: ChatEntry) => key > this.#beforeKey && !(stage === "waiting" && ids.has(id));
    this.#log = { ...this.#log, entries: this.#log.entries.filter(isLeft) };
    this.#waiting = this.#waiting.filter(isLeft);
    // Their numbers were said: the other end shows nothing of a message without a text.
    this.#away = this.#away.map((each) => isLeft(each) ? each : { ...each, text: "" });
    this.#show();
  }

  /** What came by the server may be anybody's. */
  receive(): void {}

  receiveDirect(body: unknown): void {
    if (isSaid(body)) this.#hear(body);
    else if (isHeard(body)) this.#noteHeard(body.heard);
    else if (isTyping(body)) this.#setRemoteTyping(body.typing, this.#remoteDraft);
    else if (isDraft(body)) this.#setRemoteTyping(body.draft !== "", cleanText(body.draft));
  }

  close(): void {
    chats.delete(this);
    clearTimeout(this.#typingTimer);
    this.#draft.stop();
    this.#stopRepeating();
    this.#kept.close([...this.#away, ...this.#waiting].filter(({ text }) => text !== ""));
  }

  #enqueue(cleaned: string): void {
    const stage = this.#waiting.length < WAITING_MAX ? "waiting" : "failed";
    const entry = this.#createMessage(cleaned, stage);
    this.#log = addEntry(this.#log, entry);
    if (stage === "waiting") {
      this.#waiting.push(entry);
      this.#kept.add(entry);
    }
    this.#sayWaiting();
    this.#show();
  }

  /** No two have the same ID, nor does one of another call unless the clock was set back between them. */
  #createMessage(text: string, stage: ChatStage = "waiting"): ChatEntry {
    const atMs = this.#call.now();
    this.#lastId = Math.max(atMs, this.#lastId + 1);
    return { key: this.#nextKey++, id: this.#lastId, text, atMs, stage };
  }

  #createWish(): Waiting {
    return { ...this.#createMessage(""), keep: this.#kept.isWished };
  }

  #sayWaiting(): void {
    const next = this.#waiting.splice(0, AWAY_MAX - this.#away.length)
      .map((each) => ({ ...each, number: this.#nextNumber++ }));
    this.#away.push(...next);
    this.#send(next);
  }

  #send(messages: readonly Away[]): void {
    const nowMs = this.#call.now();
    const isTaken = messages.every(({ number, text, id, atMs, keep }) =>
      this.#line.sendDirect({ say: number, text, id, ago: Math.max(0, nowMs - atMs), keep })
    );
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
  #hear({ say: number, text, id = 0, ago = 0, keep }: Guarded<typeof isSaid>): void {
    const isNext = number === this.#heardNumber + 1;
    if (isNext) this.#heardNumber = number;
    if (number <= this.#heardNumber) this.#line.sendDirect({ heard: this.#heardNumber });
    if (!isNext) return;
    const atMs = Math.max(0, this.#call.now() - Math.min(ago, AGO_MS_MAX));
    const entry = { key: this.#nextKey++, id, text: cleanText(text), atMs, stage: "heard" } as const;
    // It may be said again in another call.
    const isKnown = id !== 0 && this.#log.entries.some((each) => isSame(each, entry));
    if (keep !== undefined) this.#kept.isRemoteWished = keep;
    else if (entry.text !== "" && !isKnown) {
      this.#log = addEntry(this.#log, entry);
      this.#kept.add(entry);
      this.#unreadCount++;
    }
    this.#setRemoteTyping(false);
  }

  /** The other end has all of ours up to this one. */
  #noteHeard(number: number): void {
    const ids = new Set(this.#away.filter((each) => each.number <= number).map(({ id }) => id));
    if (ids.size === 0) return;
    this.#away = this.#away.filter(({ id }) => !ids.has(id));
    this.#log = setStage(this.#log, ({ id, stage }) => stage === "waiting" && ids.has(id), "delivered");
    this.#kept.deliver(ids);
    this.#stopRepeating();
    this.#repeatMs = REPEAT_MS;
    this.#sayWaiting();
    this.#show();
  }

  #setRemoteTyping(isWriting: boolean, draft = ""): void {
    clearTimeout(this.#typingTimer);
    this.#isRemoteTyping = isWriting;
    this.#remoteDraft = isWriting ? draft : "";
    if (isWriting) this.#typingTimer = setTimeout(() => this.#setRemoteTyping(false), TYPING_HOLDS_MS);
    this.#show();
  }

  #look(): ChatView {
    const { isWished, isRemoteWished, count: keptCount } = this.#kept;
    return {
      ...{ ...this.#log, isRemoteTyping: this.#isRemoteTyping, remoteDraft: this.#remoteDraft, isLive: live.value },
      ...{ unreadCount: this.#unreadCount, isWished, isRemoteWished, keptCount },
    };
  }

  #show(): void {
    this.view = this.#look();
    this.#call.changed();
  }
}

export function open(line: FeatureLine, call: FeatureCall): ChatFeature {
  return new Chat(line, call);
}
