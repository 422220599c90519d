/**
 * Messages that this browser's person has left for others: each waits here until both are online, and is shown as
 * delivered until the person has seen that. The newest come first, shared by all tabs.
 */

import { signal } from "@preact/signals";
import { type CallId, isCallId, isPeerId, type PeerId } from "../../signaling/protocol.ts";
import { count, type Guard, nullable, readBy, shape, text } from "../../signaling/protocol/guards.ts";
import { isNoteText } from "../../signaling/protocol/note_messages.ts";
import { KeptList } from "../kept/kept.ts";
import type { KeptStore } from "../kept/kept_store.ts";

export type LeftNote = {
  /** Whose it is: a tab may have an ID of its own. */
  readonly localPeerId: PeerId;
  /** Whom it is for, and what they are called here. */
  readonly peerId: PeerId;
  readonly name: string | null;
  readonly noteId: CallId;
  readonly text: string;
  readonly atMs: number;
  /** Null while it waits. */
  readonly deliveredAtMs: number | null;
};
export type LeftNotes = readonly LeftNote[];

/** Kept in all, and waiting for one person. */
export const LEFT_MAX = 200;
export const LEFT_EACH_MAX = 20;
/** People whom messages wait for: the server counts each whom a page looks for. */
export const LEFT_PEOPLE_MAX = 32;
/** Delivered ones that are still shown. */
export const DELIVERED_MAX = 20;

const isLeftNote: Guard<LeftNote> = shape({
  ...{ localPeerId: isPeerId, peerId: isPeerId, name: nullable(text()), noteId: isCallId },
  ...{ text: (value: unknown): value is string => typeof value === "string" && isNoteText(value) },
  ...{ atMs: count(), deliveredAtMs: nullable(count()) },
});

export const leftNotes = signal<LeftNotes>([]);

export type LeftNoteList = KeptList<LeftNote>;

export function createLeftNoteList(store?: KeptStore): LeftNoteList {
  return new KeptList({
    key: "left-notes",
    readItem: readBy(isLeftNote),
    max: LEFT_MAX,
    show: (notes) => leftNotes.value = notes,
  }, store);
}

/** Those that wait, the oldest first. */
export function findWaiting(notes: LeftNotes, localPeerId: PeerId | null, peerId?: PeerId): LeftNotes {
  return notes.filter((note) =>
    note.deliveredAtMs === null && note.localPeerId === localPeerId && (peerId ?? note.peerId) === note.peerId
  ).toReversed();
}

/** Whether one more may wait for a person. Delivered ones make room. */
export function hasRoom(notes: LeftNotes, peerId: PeerId): boolean {
  const waiting = notes.filter(({ deliveredAtMs }) => deliveredAtMs === null);
  const people = new Set(waiting.map((note) => note.peerId)).add(peerId);
  return waiting.length < LEFT_MAX && people.size <= LEFT_PEOPLE_MAX &&
    waiting.filter((note) => note.peerId === peerId).length < LEFT_EACH_MAX;
}

/** Adds one, if there is room; those delivered longest ago go first. */
export function leaveNote(notes: LeftNotes, note: LeftNote): LeftNotes {
  return hasRoom(notes, note.peerId) ? trim([note, ...notes]) : notes;
}

export function markDelivered(notes: LeftNotes, noteId: CallId, deliveredAtMs: number): LeftNotes {
  return trim(notes.map((note) => note.noteId === noteId ? { ...note, deliveredAtMs } : note));
}

export function dropLeft(notes: LeftNotes, noteId: CallId): LeftNotes {
  return notes.filter((note) => note.noteId !== noteId);
}

/** What still waits comes before what is only shown. */
function trim(notes: LeftNotes): LeftNotes {
  const waitingCount = notes.filter(({ deliveredAtMs }) => deliveredAtMs === null).length;
  let left = Math.min(DELIVERED_MAX, LEFT_MAX - waitingCount);
  return notes.filter(({ deliveredAtMs }) => deliveredAtMs === null || left-- > 0);
}
