/**
 * Messages that others have left for this browser's person, until they are deleted. The newest come first, shared by all
 * tabs. Of those deleted it keeps the IDs, so that none comes twice.
 *
 *   nothing ──asked──► announced (there is a place for it, and the person can see that somebody asked)
 *      └────────────────────┴──received──► there ──deleted──► known by its ID alone
 *
 * Whoever asks learns that this page is open. So no one is answered of whom nothing is seen: the announcement stays, and
 * is answered a few times only, until a message has come or the person has deleted it.
 */

import { signal } from "@preact/signals";
import { type CallId, isCallId, isPeerId, type PeerId } from "../../signaling/protocol.ts";
import { count, type Guard, nullable, readBy, shape, text } from "../../signaling/protocol/guards.ts";
import { NOTE_LENGTH_MAX } from "../../signaling/protocol/note_messages.ts";
import { KeptList } from "../kept/kept.ts";
import type { KeptStore } from "../kept/kept_store.ts";

export type ReceivedNote = {
  /** Whom it is for: a tab may have an ID of its own. */
  readonly localPeerId: PeerId;
  readonly peerId: PeerId;
  /** As they call themselves, cleaned; null where they did not say, and of one that has only been announced. */
  readonly name: string | null;
  readonly noteId: CallId;
  /** Cleaned; null of one that has only been announced. */
  readonly text: string | null;
  /** When it was written, as they say, and never later than it came. */
  readonly atMs: number;
  /** How often they were given a key since it was announced. */
  readonly answers: number;
};
export type ReceivedNotes = readonly ReceivedNote[];
type IsKnown = (peerId: PeerId) => boolean;

/** Of people who are known, in all and of each; and of strangers. */
export const RECEIVED_MAX = 200;
export const RECEIVED_EACH_MAX = 20;
export const STRANGERS_MAX = 10;
export const STRANGER_EACH_MAX = 3;
/** How often one who asks is answered, until a message has come. */
export const ANSWERS_MAX = 8;
/** Deleted ones that are known again. */
export const DELETED_MAX = 400;

const isReceivedNote: Guard<ReceivedNote> = shape({
  ...{ localPeerId: isPeerId, peerId: isPeerId, name: nullable(text()), noteId: isCallId },
  ...{ text: nullable(text(NOTE_LENGTH_MAX)), atMs: count(), answers: count() },
});
const isKey = text(128);

export const receivedNotes = signal<ReceivedNotes>([]);

export type ReceivedNoteList = KeptList<ReceivedNote>;
export type DeletedNoteList = KeptList<string>;

export function createReceivedNoteList(store?: KeptStore): ReceivedNoteList {
  return new KeptList({
    key: "received-notes",
    readItem: readBy(isReceivedNote),
    max: RECEIVED_MAX + STRANGERS_MAX,
    show: (notes) => receivedNotes.value = notes,
  }, store);
}

export function createDeletedNoteList(store?: KeptStore): DeletedNoteList {
  return new KeptList({ key: "deleted-notes", readItem: readBy(isKey), max: DELETED_MAX, show: () => {} }, store);
}

type Named = Pick<ReceivedNote, "localPeerId" | "peerId" | "noteId">;

/** Each sender numbers their own: nobody can take the place of another's message. */
export function keyOfNote({ localPeerId, peerId, noteId }: Named): string {
  return `${localPeerId} ${peerId} ${noteId}`;
}

function isFrom({ localPeerId, peerId }: Named): (note: ReceivedNote) => boolean {
  return (note) => note.localPeerId === localPeerId && note.peerId === peerId;
}

function hasRoom(notes: ReceivedNotes, note: Named, isKnown: IsKnown): boolean {
  const wanted = isKnown(note.peerId);
  const alike = notes.filter(({ peerId }) => isKnown(peerId) === wanted);
  const [max, eachMax] = wanted ? [RECEIVED_MAX, RECEIVED_EACH_MAX] : [STRANGERS_MAX, STRANGER_EACH_MAX];
  return alike.length < max && alike.filter(isFrom(note)).length < eachMax;
}

/** Somebody asks to leave a message: with it announced, and answered once more; null if they are not to be answered. */
export function announceNote(
  notes: ReceivedNotes,
  asked: Named & { atMs: number },
  isKnown: IsKnown,
): ReceivedNotes | null {
  // One that has come already was not acknowledged, or another tab was faster than this one.
  const isSame = hasNote(notes, asked);
  const before = notes.find((note) =>
    isSame ? keyOfNote(note) === keyOfNote(asked) : note.text === null && isFrom(asked)(note)
  );
  const answers = (before?.answers ?? 0) + 1;
  if (isSame) return answers > ANSWERS_MAX ? null : notes.map((note) => note === before ? { ...note, answers } : note);
  const others = notes.filter((note) => note !== before);
  if (answers > ANSWERS_MAX || !hasRoom(others, asked, isKnown)) return null;
  return [{ ...asked, name: null, text: null, answers }, ...others];
}

/** Takes a message in place of its announcement; null where there is no room. One that is there stays as it is. */
export function receiveNote(notes: ReceivedNotes, note: ReceivedNote, isKnown: IsKnown): ReceivedNotes | null {
  const others = dropAnnouncement(notes, note);
  if (hasNote(others, note)) return others;
  return hasRoom(others, note, isKnown) ? [note, ...others] : null;
}

/** A message has come that is deleted already: its announcement goes. */
export function dropAnnouncement(notes: ReceivedNotes, named: Named): ReceivedNotes {
  return notes.filter((note) => note.text !== null || !isFrom(named)(note));
}

/** Whether it has come. */
export function hasNote(notes: ReceivedNotes, named: Named): boolean {
  return notes.some((note) => note.text !== null && keyOfNote(note) === keyOfNote(named));
}

export function deleteNote(notes: ReceivedNotes, named: Named): ReceivedNotes {
  return notes.filter((note) => keyOfNote(note) !== keyOfNote(named));
}
