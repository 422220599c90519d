/** People who leave each other messages, with all that a relay between them may do to what they say. */

import { createTabId, parseEnvelope, type PeerId, type TabId } from "../../signaling/protocol.ts";
import { isNoteMessage, type NoteMessage } from "../../signaling/protocol/note_messages.ts";
import type { Caller } from "../../client/admission/admission.ts";
import { KeptList } from "../../client/kept/kept.ts";
import { KeptStore } from "../../client/kept/kept_store.ts";
import { createLeftNoteList, leaveNote, type LeftNote, type LeftNoteList } from "../../client/notes/left_notes.ts";
import {
  createDeletedNoteList,
  createReceivedNoteList,
  keyOfNote,
  type ReceivedNoteList,
} from "../../client/notes/received_notes.ts";
import { NoteReceiver } from "../../client/notes/note_receiver.ts";
import { type NoteEnd, NoteSender } from "../../client/notes/note_sender.ts";
import type { TestIdentity } from "./test_identity.ts";

/** Keeps what is kept in the page alone. */
export class PageStore extends KeptStore {
  override load(): Promise<void> {
    return Promise.resolve();
  }

  override update(): Promise<boolean> {
    return Promise.resolve(false);
  }
}

export type Say = (message: NoteMessage) => void;

/** One tab of a person. */
export class NotePerson {
  readonly sender: NoteSender;
  readonly receiver: NoteReceiver;
  readonly left: LeftNoteList;
  readonly received: ReceivedNoteList;
  readonly deleted: KeptList<string>;
  readonly tabId: TabId = createTabId();
  readonly said: NoteMessage[] = [];
  /** Who somebody is to them. */
  caller: Caller = "known";
  knownKey: string | null = null;
  nowMs = Date.now();
  /** Nothing that comes is stored. */
  isDiskFull = false;
  /** From 0 to 1: where in its span each wait ends. */
  chance = 0;

  constructor(readonly identity: TestIdentity, say: Say, store: KeptStore = new PageStore()) {
    const { peerId } = identity;
    this.left = createLeftNoteList(store);
    this.received = createReceivedNoteList(store);
    this.deleted = createDeletedNoteList(store);
    const end: NoteEnd = {
      localTabId: this.tabId,
      localPeerId: () => peerId,
      sign: (claim) => identity.sign(claim),
      knownKey: () => this.knownKey,
      send: (message) => {
        this.said.push(message);
        say(message);
      },
      now: () => this.nowMs,
    };
    this.sender = new NoteSender({
      ...{ ...end, list: this.left, random: () => this.chance, monotonicNow: () => this.nowMs },
      ownName: () => "Sam",
      isBlocked: () => this.caller === "blocked",
      alone: (_, act) => act(),
    });
    this.receiver = new NoteReceiver({
      ...{ ...end, received: this.received, deleted: this.deleted, monotonicNow: () => this.nowMs },
      isStored: (key) =>
        Promise.resolve(!this.isDiskFull && this.received.value.some((note) => keyOfNote(note) === key)),
      callerOf: () => this.caller,
      cleanText: (text) => text.replace(/\p{Cc}/gu, "").trim(),
      cleanName: (name) => name,
    });
  }

  get peerId(): PeerId {
    return this.identity.peerId;
  }

  /** Takes what is for this person, as it comes off the wire. */
  receive(message: unknown): void {
    const sealed = parseEnvelope(JSON.parse(JSON.stringify(message)));
    if (sealed === null || !isNoteMessage(sealed) || sealed.clientId !== this.peerId) return;
    if (sealed.step === "ask" || sealed.step === "leave") this.receiver.receive(sealed);
    else this.sender.receive(sealed);
  }

  /** Leaves a message. */
  leave(to: PeerId, text: string, noteId = createTabId() as string as LeftNote["noteId"]): LeftNote["noteId"] {
    const note = {
      localPeerId: this.peerId,
      peerId: to,
      name: null,
      noteId,
      text,
      atMs: this.nowMs,
      deliveredAtMs: null,
    };
    this.left.change((notes) => leaveNote(notes, note));
    this.sender.follow();
    return noteId;
  }

  get texts(): (string | null)[] {
    return this.received.value.map(({ text }) => text);
  }

  get delivered(): string[] {
    return this.left.value.filter(({ deliveredAtMs }) => deliveredAtMs !== null).map(({ text }) => text);
  }
}
