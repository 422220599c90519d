/**
 * Takes what others leave: answers who asks with a key of this page, opens what comes sealed for it, keeps it, and
 * acknowledges what is kept. Everything that comes is hostile until its signature stands; what is too much is left
 * unread, and comes again from whoever is honest.
 */

import type { PeerId } from "../../signaling/protocol.ts";
import { dropOldest } from "../../signaling/protocol/drop_oldest.ts";
import { count, nullable, shape, text } from "../../signaling/protocol/guards.ts";
import { isNoteText, type NoteMessage, type NoteStep } from "../../signaling/protocol/note_messages.ts";
import { rateOf, TokenBucket } from "../../signaling/protocol/token_bucket.ts";
import type { Caller } from "../admission/admission.ts";
import {
  announceNote,
  type DeletedNoteList,
  dropAnnouncement,
  hasNote,
  keyOfNote,
  type ReceivedNote,
  type ReceivedNoteList,
  receiveNote,
} from "./received_notes.ts";
import { encodeNoteClaim, isNoteProven, type NoteClaim } from "./note_claims.ts";
import type { NoteEnd } from "./note_sender.ts";
import { type BoxKeys, createBoxKeys, unseal } from "./sealing.ts";

/** What is read of each person who is known, and of all strangers together: at once, and then each second. */
export const KNOWN_RATE = { max: 44, perSecond: 1 } as const;
export const STRANGERS_RATE = { max: 12, perSecond: 0.2 } as const;
/** People whose rate is remembered. */
const RATES_MAX = 64;
/** Messages that wait to be read. */
export const WAITING_MAX = 64;
/** How often one message is acknowledged that comes again, and how many are remembered for it. */
export const ACKS_MAX = 8;
const ACKED_MAX = 256;

const isContent = shape({ text: text(), atMs: count(), name: nullable(text()) });

export type NoteReceiverOptions = NoteEnd & {
  readonly received: ReceivedNoteList;
  readonly deleted: DeletedNoteList;
  /** Whether it is stored by now, so that it is there when the page is opened again. */
  readonly isStored: (key: string) => Promise<boolean>;
  readonly callerOf: (peerId: PeerId) => Caller;
  readonly cleanText: (text: string) => string;
  readonly cleanName: (name: string) => string | null;
  /** A clock that nobody sets. */
  readonly monotonicNow: () => number;
};

export class NoteReceiver {
  readonly #options: NoteReceiverOptions;
  readonly #known = new Map<PeerId, TokenBucket>();
  readonly #strangers: TokenBucket;
  readonly #acks = new Map<string, number>();
  /** Made when somebody asks first; ends with the page. */
  #box: Promise<BoxKeys | null> | null = null;
  /** The end of what is read, in order. */
  #reading: Promise<void> = Promise.resolve();
  #waitingCount = 0;

  constructor(options: NoteReceiverOptions) {
    this.#options = options;
    this.#strangers = new TokenBucket(rateOf(STRANGERS_RATE), options.monotonicNow());
  }

  receive(message: NoteStep<"ask" | "leave">): void {
    const { localPeerId, callerOf } = this.#options;
    const caller = callerOf(message.id);
    if (message.clientId !== localPeerId() || message.id === message.clientId || caller === "blocked") return;
    if (this.#waitingCount >= WAITING_MAX || !this.#take(message.id, caller)) return;
    this.#waitingCount++;
    this.#reading = this.#reading.then(async () => {
      this.#waitingCount--;
      await (message.step === "ask" ? this.#answer(message) : this.#open(message));
    }).catch((error: unknown) => console.warn("Cannot take a message:", error));
  }

  /** Resolves when all that has come so far is read. */
  get settled(): Promise<void> {
    return this.#reading;
  }

  #take(peerId: PeerId, caller: Caller): boolean {
    const nowMs = this.#options.monotonicNow();
    if (caller === "stranger") return this.#strangers.take(nowMs) === 0;
    const bucket = this.#known.get(peerId) ?? new TokenBucket(rateOf(KNOWN_RATE), nowMs);
    this.#known.delete(peerId); // To the end of the queue, if it was in it.
    this.#known.set(peerId, bucket);
    dropOldest(this.#known, RATES_MAX);
    return bucket.take(nowMs) === 0;
  }

  get #isKnown(): (peerId: PeerId) => boolean {
    return (peerId) => this.#options.callerOf(peerId) === "known";
  }

  async #answer(ask: NoteStep<"ask">): Promise<void> {
    const { received, knownKey, now } = this.#options;
    if (!await isNoteProven(ask, knownKey(ask.id))) return;
    const box = await (this.#box ??= createBoxKeys());
    const asked = { localPeerId: ask.clientId, peerId: ask.id, noteId: ask.callId, atMs: now() };
    // Without a place for it nobody is told that there is one, nor that this page is open.
    if (box === null || announceNote(received.value, asked, this.#isKnown) === null) return;
    const isKnown = this.#isKnown;
    received.change((notes) => announceNote(notes, asked, isKnown) ?? notes);
    await this.#reply(ask, { step: "key", key: box.publicKey }, ask.nonce);
  }

  async #open(leave: NoteStep<"leave">): Promise<void> {
    const { received, deleted, isStored, knownKey } = this.#options;
    const box = await this.#box;
    if (box === null || leave.key !== box.publicKey) return; // For another tab, or for the page before.
    if (!await isNoteProven(leave, knownKey(leave.id))) return;
    const note = await this.#read(leave, box);
    if (note === null) return;
    const key = keyOfNote(note);
    const isKnown = this.#isKnown;
    const isDeleted = deleted.value.includes(key);
    if (!isDeleted && !hasNote(received.value, note) && receiveNote(received.value, note, isKnown) === null) return;
    received.change((notes) => isDeleted ? dropAnnouncement(notes, note) : receiveNote(notes, note, isKnown) ?? notes);
    if (!isDeleted && !await isStored(key)) return;
    const acks = this.#acks.get(key) ?? 0;
    if (acks >= ACKS_MAX) return; // Else it would tell for ever whether this page is open.
    this.#acks.set(key, acks + 1);
    dropOldest(this.#acks, ACKED_MAX);
    await this.#reply(leave, { step: "left" }, leave.sealed);
  }

  /** Opens and cleans it; null where it is none. */
  async #read(leave: NoteStep<"leave">, box: BoxKeys): Promise<ReceivedNote | null> {
    const { cleanText, cleanName, now } = this.#options;
    const { callId: noteId, id: peerId, clientId: localPeerId } = leave;
    const opened = await unseal(leave, box, { noteId, senderId: peerId, receiverId: localPeerId });
    const content = opened === null ? null : parseContent(opened);
    if (content === null || !isNoteText(content.text)) return null;
    const cleaned = cleanText(content.text);
    if (cleaned === "") return null;
    const name = content.name === null ? null : cleanName(content.name);
    return { localPeerId, peerId, noteId, name, text: cleaned, atMs: Math.min(content.atMs, now()), answers: 0 };
  }

  async #reply(
    to: NoteMessage,
    said: { readonly step: "key"; readonly key: string } | { readonly step: "left" },
    answered: string,
  ): Promise<void> {
    const { localTabId: tabId, sign, send } = this.#options;
    const claim: NoteClaim = { type: "note", id: to.clientId, clientId: to.id, callId: to.callId, tabId, ...said };
    const proof = await sign(encodeNoteClaim(claim, answered));
    if (proof !== null) send({ ...claim, proof });
  }
}

function parseContent(content: string): { text: string; atMs: number; name: string | null } | null {
  try {
    const value: unknown = JSON.parse(content);
    return isContent(value) ? value : null;
  } catch {
    return null; // A syntax error says no more than null does.
  }
}
