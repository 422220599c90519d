/**
 * What was written in one call, as much of it as is kept: a peer may say more than a page should hold. Pure; `chat.ts`
 * says and hears.
 */

import type { ChatEntry, ChatStage } from "./chat_key.ts";

/** Most that is kept of a call; the oldest goes first. */
export const ENTRIES_MAX = 500;
export const UNITS_MAX = 100_000;

export type ChatLog = { readonly entries: readonly ChatEntry[]; readonly isCut: boolean };

export const EMPTY_LOG: ChatLog = { entries: [], isCut: false };

/** Adds an entry, and lets go of the oldest that there is no room for any more. */
export function addEntry(log: ChatLog, entry: ChatEntry): ChatLog {
  const all = [...log.entries, entry];
  const entries = cut(all, ENTRIES_MAX, UNITS_MAX);
  return { entries, isCut: log.isCut || entries.length < all.length };
}

/** Leaves the latest, so many of them and of so much text at most. */
export function cut<Entry extends { readonly text: string }>(
  entries: readonly Entry[],
  entriesMax: number,
  unitsMax: number,
): Entry[] {
  let units = 0;
  let first = entries.length;
  while (first > 0 && entries.length - first < entriesMax) {
    units += entries[first - 1]?.text.length ?? 0;
    if (units > unitsMax) break;
    first--;
  }
  return entries.slice(first);
}

/** Moves those on that are meant, and no others. */
export function setStage(log: ChatLog, isMeant: (entry: ChatEntry) => boolean, stage: ChatStage): ChatLog {
  return { ...log, entries: log.entries.map((entry) => isMeant(entry) ? { ...entry, stage } : entry) };
}
