/**
 * What this browser keeps, in IndexedDB: one record for each key, shared by all tabs. The page reads all records once,
 * when it opens, and reads a record again when another tab says that it has changed.
 *
 * If the browser stores nothing or does not answer, nobody waits long: the page goes on without its records, and takes
 * them when they arrive. Does not know what records say; `kept.ts` reads and changes them.
 */

import { signal } from "@preact/signals";
import { attempt } from "../bounds/attempt.ts";
import { inTime, settle, type StartTimer, startTimer, transact } from "./database.ts";

/** Not the identity's: an older page could not open that any more, and would give its person another ID. */
const DATABASE = "video-calling-kept";
const STORE = "records";
/** What a key ends in under which an unreadable record is kept: the latest of each, for whoever can read it. */
export const UNREADABLE = " unreadable";

/** Takes a record as it is stored; undefined where there is none. */
type Receive = (stored: unknown) => void;

/** What becomes of a record: what takes its place, undefined if nothing does, and what of it nobody can read, which is kept aside. */
export type Change = { readonly record: unknown; readonly unreadable?: unknown };

/** Why a person may miss what was kept: the browser does not hand it out, or part of it cannot be read. */
export type KeptTrouble = "unread" | "damaged";

export class KeptStore {
  /** Called once, when there is no room for a change, which then lasts as long as the tab. */
  onFull: (() => void) | null = null;
  /** What the person is to be told; null where all is well. */
  readonly trouble = signal<KeptTrouble | null>(null);
  readonly #startTimer: StartTimer;
  readonly #receivers = new Map<string, Receive>();
  #loading: Promise<void> | undefined;
  /** Null until they have been read. */
  #records: Map<IDBValidKey, unknown> | null = null;
  /** Null where there is nothing to be told to other tabs. */
  #channel: BroadcastChannel | null = null;

  constructor(start = startTimer) {
    this.#startTimer = start;
  }

  /** Reads all records; resolves in bounded time, whether or not there are any. */
  load(): Promise<void> {
    return this.#loading ??= this.#load();
  }

  /** Resolves when all records have been read, or after `ms` all the same. */
  async loadFor(ms: number): Promise<void> {
    let stop = () => {};
    await Promise.race([this.load(), new Promise<void>((resolve) => stop = this.#startTimer(resolve, ms))]);
    stop();
  }

  /** Gives the record under `key` as it is by now; undefined where there is none, and until records have been read. */
  peek(key: string): unknown {
    return this.#records?.get(key);
  }

  /** Hands over the record under `key` as soon as it has been read, and whenever another tab has changed it. */
  follow(key: string, receive: Receive): void {
    this.#receivers.set(key, receive);
    if (this.#records !== null) receive(this.#records.get(key));
  }

  /**
   * Puts in place of a record what `change` makes of it, in one transaction, so that no tab undoes what another has done
   * meanwhile. Tells whether that is stored; it may not be, or only later. Never rejects.
   */
  async update(key: string, change: (stored: unknown) => Change): Promise<boolean> {
    await this.load();
    if (this.#records === null) return false;
    try {
      await inTime(this.#store(key, change), this.#startTimer);
      return true;
    } catch (error) {
      console.warn(`Cannot keep ${key}:`, error);
      if (error instanceof Error && error.name === "QuotaExceededError") {
        this.onFull?.();
        this.onFull = null;
      }
      return false;
    }
  }

  /** Whoever changes records says with this that one of them was not, or not wholly, to be read. */
  reportDamage(): void {
    this.trouble.value = "damaged";
  }

  async #store(key: string, change: (stored: unknown) => Change): Promise<void> {
    const record = await transact(DATABASE, STORE, async (store) => {
      const { record, unreadable } = change(await settle(store.get(key)));
      if (unreadable !== undefined) await settle(store.put(unreadable, `${key}${UNREADABLE}`));
      await (record === undefined ? settle(store.delete(key)) : settle(store.put(record, key)));
      return record;
    });
    this.#records?.set(key, record);
    this.#channel?.postMessage(key);
  }

  async #load(): Promise<void> {
    try {
      await inTime(this.#read(), this.#startTimer);
    } catch (error) {
      console.warn("Cannot keep anything beyond this tab:", error);
      this.trouble.value = "unread";
    }
  }

  async #read(): Promise<void> {
    const records = this.#records = await transact(DATABASE, STORE, async (store) => {
      const [keys, values] = await Promise.all([settle(store.getAllKeys()), settle(store.getAll())]);
      return new Map(keys.map((key, index) => [key, values[index]]));
    });
    this.#listen();
    if (this.trouble.value === "unread") this.trouble.value = null; // It was late, and has come after all.
    for (const [key, receive] of this.#receivers) attempt(`take ${key}`, () => receive(records.get(key)));
  }

  #listen(): void {
    attempt("hear of what other tabs change", () => {
      this.#channel = new BroadcastChannel(DATABASE);
      this.#channel.onmessage = ({ data }: MessageEvent<unknown>) => {
        if (typeof data === "string") attempt(`read ${data} again`, () => this.#reload(data));
      };
    });
  }

  async #reload(key: string): Promise<void> {
    const stored = await inTime(transact(DATABASE, STORE, (store) => settle(store.get(key))), this.#startTimer);
    this.#records?.set(key, stored);
    this.#receivers.get(key)?.(stored);
  }
}

/** This page's. */
export const keptStore = new KeptStore();
