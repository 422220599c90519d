/**
 * Keeps blocks on the disk, in the origin's own files (WHATWG File System, `getDirectory()`). Each block is a file whose
 * name holds its number and hash, and has no bytes before it is whole: they are put in place when its writer closes.
 * So no list has to be kept of what has come, and none can be wrong after a crash. What was left is removed in time.
 */

import type { Bytes } from "../../../streams/byte_queue.ts";
import { HASH_BYTES } from "../blocks/block_hashes.ts";
import type { BlockStore, Storage, WrittenBlock } from "../blocks/storage.ts";

const ROOT = "files";
/** A file beside the blocks: its time is that of the last acceptance. And one where the person has all of it. */
const BEGUN = "begun";
const SAVED = "saved";
/** How long what is unfinished is kept, and what was saved by a download that may still run, in milliseconds. */
export const UNFINISHED_MS = 7 * 86_400_000;
export const SAVED_MS = 3_600_000;
/** Transfers that are kept; the oldest go first. */
export const KEPT_MAX = 32;
/** Left free for all else that a browser keeps. */
const SPARE_BYTES = 16 * 2 ** 20;
const BLOCK_NAME = /^(\d{1,10})-([0-9a-f]{64})$/;

export class DiskStorage implements Storage {
  readonly kind = "disk";
  readonly #root: FileSystemDirectoryHandle;

  private constructor(root: FileSystemDirectoryHandle) {
    this.#root = root;
  }

  /** Opens it, and removes what is old; null where this browser has none that could be written. */
  static async open(nowMs: number): Promise<DiskStorage | null> {
    if (!("createWritable" in (globalThis.FileSystemFileHandle?.prototype ?? {}))) return null;
    try {
      const root = await (await navigator.storage.getDirectory()).getDirectoryHandle(ROOT, { create: true });
      const storage = new DiskStorage(root);
      await storage.#removeOld(nowMs);
      return storage;
    } catch (error) {
      console.warn("Cannot keep files on the disk:", error); // A private window, or site data is blocked.
      return null;
    }
  }

  async room(): Promise<number> {
    const { quota = 0, usage = 0 } = await navigator.storage.estimate();
    return quota - usage - SPARE_BYTES;
  }

  async find(key: string): Promise<BlockStore | null> {
    const folder = await this.#folder(key, { create: false });
    if (folder === null) return null;
    return await timeOf(folder, BEGUN) !== null && await timeOf(folder, SAVED) === null
      ? new DiskStore(this.#root, folder)
      : null;
  }

  async begin(key: string): Promise<BlockStore> {
    if (await this.find(key) === null) await this.#remove(key); // What was saved is fetched anew.
    const folder = await this.#root.getDirectoryHandle(key, { create: true });
    await touch(folder, BEGUN);
    return new DiskStore(this.#root, folder);
  }

  async #folder(key: string, options: { create: boolean }): Promise<FileSystemDirectoryHandle | null> {
    try {
      return await this.#root.getDirectoryHandle(key, options);
    } catch (error) {
      return ifMissing(error);
    }
  }

  async #remove(key: string): Promise<void> {
    if (await this.#folder(key, { create: false }) !== null) await this.#root.removeEntry(key, { recursive: true });
  }

  async #removeOld(nowMs: number): Promise<void> {
    const kept: { key: string; atMs: number }[] = [];
    for await (const [key, folder] of this.#root.entries()) {
      if (!(folder instanceof FileSystemDirectoryHandle)) continue;
      const [begunAtMs, savedAtMs] = [await timeOf(folder, BEGUN) ?? 0, await timeOf(folder, SAVED)];
      const isOld = nowMs - begunAtMs > UNFINISHED_MS || (savedAtMs !== null && nowMs - savedAtMs > SAVED_MS);
      if (isOld) await this.#remove(key);
      else kept.push({ key, atMs: begunAtMs });
    }
    const tooMany = kept.toSorted((a, b) => b.atMs - a.atMs).slice(KEPT_MAX);
    for (const { key } of tooMany) await this.#remove(key);
  }
}

class DiskStore implements BlockStore {
  readonly #root: FileSystemDirectoryHandle;
  readonly #folder: FileSystemDirectoryHandle;

  constructor(root: FileSystemDirectoryHandle, folder: FileSystemDirectoryHandle) {
    [this.#root, this.#folder] = [root, folder];
  }

  async list(found: (block: number, hash: Bytes, bytes: number) => void): Promise<void> {
    for await (const [name, file] of this.#folder.entries()) {
      const [, block, hash] = BLOCK_NAME.exec(name) ?? [];
      if (block === undefined || hash === undefined || !(file instanceof FileSystemFileHandle)) continue;
      found(Number(block), readHex(hash), (await file.getFile()).size);
    }
  }

  async write({ block, hash, bytes, old }: WrittenBlock): Promise<void> {
    await put(this.#folder, nameOf(block, hash), bytes);
    if (old !== null) await this.#folder.removeEntry(nameOf(block, old)).catch(ifMissing);
  }

  async read(blocks: readonly number[], hashOf: (block: number) => Bytes): Promise<Blob> {
    const files: File[] = [];
    for (const block of blocks) {
      files.push(await (await this.#folder.getFileHandle(nameOf(block, hashOf(block)))).getFile());
    }
    return new Blob(files);
  }

  markSaved(): Promise<void> {
    return touch(this.#folder, SAVED);
  }

  remove(): Promise<void> {
    return this.#root.removeEntry(this.#folder.name, { recursive: true });
  }
}

function nameOf(block: number, hash: Bytes): string {
  return `${block}-${hash.reduce((hex, byte) => hex + byte.toString(16).padStart(2, "0"), "")}`;
}

function readHex(hex: string): Bytes {
  return Uint8Array.from({ length: HASH_BYTES }, (_, index) => parseInt(hex.slice(2 * index, 2 * index + 2), 16));
}

async function put(folder: FileSystemDirectoryHandle, name: string, bytes: Bytes): Promise<void> {
  const writable = await (await folder.getFileHandle(name, { create: true })).createWritable();
  await writable.write(bytes);
  await writable.close();
}

function touch(folder: FileSystemDirectoryHandle, name: string): Promise<void> {
  return put(folder, name, new Uint8Array());
}

async function timeOf(folder: FileSystemDirectoryHandle, name: string): Promise<number | null> {
  try {
    return (await (await folder.getFileHandle(name)).getFile()).lastModified;
  } catch (error) {
    return ifMissing(error);
  }
}

function ifMissing(error: unknown): null {
  if (error instanceof DOMException && error.name === "NotFoundError") return null;
  throw error;
}
