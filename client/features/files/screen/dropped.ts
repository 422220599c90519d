/**
 * Reads what was dropped on the page: files, and folders with all that is in them (WICG entries-api, which every browser
 * has). Bounded: somebody may drop their whole disk.
 */

import type { PickedFile } from "../files_key.ts";

/** One more than may be sent at once, so that too many are still too many. */
const READ_MAX = 1_001;

/** Call it while the event is handled: what was dropped is gone after that. */
export function readDropped({ items, files }: DataTransfer): Promise<PickedFile[]> {
  const entries = [...items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  // What comes from another page is on no disk, and has no entry.
  return entries.length > 0 ? readAll(entries) : Promise.resolve([...files].map((file) => ({ path: file.name, file })));
}

async function readAll(entries: readonly FileSystemEntry[]): Promise<PickedFile[]> {
  const picked: PickedFile[] = [];
  const left = [...entries];
  for (let entry = left.shift(); entry !== undefined && picked.length < READ_MAX; entry = left.shift()) {
    if (isFolder(entry)) left.push(...await readFolder(entry));
    else if (isFile(entry)) picked.push({ path: entry.fullPath.replace(/^\//, ""), file: await readFile(entry) });
  }
  return picked;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function readFile(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** A reader gives a few at a time, and none at the end. */
async function readFolder(entry: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = entry.createReader();
  const all: FileSystemEntry[] = [];
  while (all.length < READ_MAX) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) break;
    all.push(...some);
  }
  return all;
}
