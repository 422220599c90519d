/** The messages of this browser's person, one list of each kind for the page. Loads with what leaves and takes them. */

import { keptStore } from "../kept/kept_store.ts";
import { createLeftNoteList, dropLeft, leaveNote, type LeftNote } from "./left_notes.ts";
import {
  createDeletedNoteList,
  createReceivedNoteList,
  deleteNote,
  keyOfNote,
  type ReceivedNote,
} from "./received_notes.ts";

export const leftList = createLeftNoteList();
export const receivedList = createReceivedNoteList();
export const deletedList = createDeletedNoteList();

export function leave(note: LeftNote): void {
  leftList.change((notes) => leaveNote(notes, note));
}

/** Takes one back that waits, or one off the screen that was delivered. */
export function takeBack({ noteId }: LeftNote): void {
  leftList.change((notes) => dropLeft(notes, noteId));
}

/** Its ID is kept first, or what comes again would be there again. */
export function forget(note: ReceivedNote): void {
  const key = keyOfNote(note);
  if (note.text !== null) deletedList.change((keys) => [key, ...keys.filter((other) => other !== key)]);
  receivedList.change((notes) => deleteNote(notes, note));
}

/** How often what was kept is looked for, before it counts as not kept. */
const LOOKS_MAX = 3;

/** Whether what has come is stored. What keeps it was begun before, and so is done before. */
export async function isStored(key: string): Promise<boolean> {
  let isThere = false;
  for (let looks = 0; looks < LOOKS_MAX && !isThere; looks++) {
    const isRead = await keptStore.update("received-notes", (stored) => {
      const notes = Array.isArray(stored) ? stored as ReceivedNote[] : [];
      isThere = notes.some((note) => keyOfNote(note) === key);
      return { record: stored };
    });
    if (!isRead) return false;
  }
  return isThere;
}
