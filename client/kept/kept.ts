/**
 * One thing that is kept in this browser, under a key of its own: a list, or what the person has set. What is shown
 * changes at once; what is stored follows, and then the other tabs.
 *
 *   change() ──► shown ──► stored, by making the same change to what is stored by then ──► shown in other tabs
 *                              └── no room ──► kept in the tab, and tried again with the next change
 *
 * What cannot be read is left out, set aside in the store, and told; all else goes on. What safety hangs on has a copy in
 * `localStorage`, which is there at once and stands in while the store is not. What pages kept in `localStorage` before
 * there was a store is moved here.
 */

import { attempt } from "../bounds/attempt.ts";
import { type KeptStore, keptStore, UNREADABLE } from "./kept_store.ts";

export type KeptOptions<T> = {
  readonly key: string;
  /** What there is as long as nothing has been kept. */
  readonly empty: T;
  /** Reads what is stored, by this page or an older one; null if it is none. Never throws. */
  readonly parse: (stored: unknown) => T | null;
  /** Whether `parse` leaves nothing out of it; by default it reads all or nothing. */
  readonly isWhole?: (stored: unknown) => boolean;
  /** It must count even where the store cannot be read: a copy that is JSON is kept in `localStorage`. */
  readonly hasCopy?: true;
  /** What of it the copy has; by default all. */
  readonly cutCopy?: (value: T) => T;
  /** Cuts it to what may be kept; by default nothing. */
  readonly bound?: (value: T) => T;
  /** Whether nothing need be stored of it. */
  readonly isNothing?: (value: T) => boolean;
  /** Reads what an older page kept in `localStorage`; JSON unless told otherwise. */
  readonly migrate?: (text: string) => unknown;
  /** Called with what there is now, whenever that changes, here or in another tab. */
  readonly show: (value: T) => void;
};

/** What a key ends in under which its copy is. */
const COPY = " copy";
/** Changes that wait for room; more of them become one, which no longer knows of what other tabs do. */
const CHANGES_MAX = 32;

type Change<T> = (value: T) => T;
type Old<T> = { readonly value: T; readonly unreadable?: string };

export class Kept<T> {
  readonly #options: KeptOptions<T>;
  readonly #store: KeptStore;
  #value: T;
  /** Those that are shown and not stored yet. */
  #changes: Change<T>[] = [];
  #isStoring = false;
  /** What counts until the store has something: its copy, or what an older page kept. Undefined if neither, or no more. */
  #old: Old<T> | undefined;

  constructor(options: KeptOptions<T>, store = keptStore) {
    this.#options = options;
    this.#store = store;
    const [copy, old] = [this.#readCopy(), this.#readOld()];
    this.#old = copy === null ? old : { value: copy };
    this.#show(this.#value = this.#read(undefined));
    store.follow(options.key, (stored) => this.#receive(stored));
  }

  get value(): T {
    return this.#value;
  }

  /** @param change makes of what there is what is to be; of what is stored too, so that it must do no more than that */
  change(change: Change<T>): void {
    // A tab whose store does not answer must not undo in the copy what another has done.
    this.#writeCopy(this.#bound(change(this.#readCopy() ?? this.#value)));
    this.#show(this.#bound(change(this.#value)));
    this.#changes.push(change);
    attempt(`keep the ${this.#options.key}`, () => this.#storeChanges());
  }

  /** Deletes what nobody could read of it, and was set aside: the person wants none of it kept. */
  forgetAside(): void {
    const key = `${this.#options.key}${UNREADABLE}`;
    attempt("forget what was set aside", () => this.#store.update(key, () => ({ record: undefined })));
  }

  #receive(stored: unknown): void {
    if (stored === undefined && this.#old !== undefined) return this.change((value) => value);
    const value = this.#apply(this.#changes, stored);
    if (stored !== undefined) this.#writeCopy(value);
    this.#show(value);
    // It came late, or there may be room again.
    if (this.#changes.length > 0) attempt(`keep the ${this.#options.key}`, () => this.#storeChanges());
  }

  async #storeChanges(): Promise<void> {
    if (this.#isStoring) return;
    this.#isStoring = true;
    if (this.#changes.length > CHANGES_MAX) {
      const value = this.#value;
      this.#changes = [() => value];
    }
    try {
      while (this.#changes.length > 0) {
        let [stored, storedCount]: [unknown, number] = [undefined, 0];
        const isStored = await this.#store.update(this.#options.key, (before) => {
          // All that there are by now: a page that ends in a moment has then stored none, or what belongs together.
          storedCount = this.#changes.length;
          const value = this.#apply(this.#changes, before);
          const record = stored = this.#options.isNothing?.(value) ? undefined : value;
          return this.#isWhole(before) ? { record } : { record, unreadable: before };
        });
        if (!isStored) return;
        this.#changes.splice(0, storedCount);
        this.#forgetOld();
        this.#show(this.#apply(this.#changes, stored));
      }
    } finally {
      this.#isStoring = false;
    }
  }

  #apply(changes: readonly Change<T>[], stored: unknown): T {
    return changes.reduce((value, change) => this.#bound(change(value)), this.#read(stored));
  }

  #read(stored: unknown): T {
    return stored === undefined ? this.#old?.value ?? this.#options.empty : this.#parse(stored);
  }

  #parse(stored: unknown): T {
    const { key, parse, empty } = this.#options;
    const value = parse(stored);
    if (value === null) console.warn(`Cannot read what is kept as ${key}`);
    if (!this.#isWhole(stored)) this.#store.reportDamage();
    return this.#bound(value ?? this.#old?.value ?? empty);
  }

  #isWhole(stored: unknown): boolean {
    const { parse, isWhole = (value) => parse(value) !== null } = this.#options;
    return stored === undefined || isWhole(stored);
  }

  #bound(value: T): T {
    return this.#options.bound?.(value) ?? value;
  }

  #show(value: T): void {
    this.#value = value;
    this.#options.show(value);
  }

  #readCopy(): T | null {
    const { key, hasCopy, parse } = this.#options;
    if (hasCopy !== true) return null;
    try {
      const text = localStorage.getItem(`${key}${COPY}`);
      return text === null ? null : parse(JSON.parse(text));
    } catch (error) {
      console.warn(`Cannot read the copy of ${key}:`, error); // Site data is blocked, or it is no JSON.
      return null;
    }
  }

  #writeCopy(value: T): void {
    const { key, hasCopy, cutCopy = (whole) => whole } = this.#options;
    if (hasCopy !== true) return;
    attempt(`copy the ${key}`, () => localStorage.setItem(`${key}${COPY}`, JSON.stringify(cutCopy(value))));
  }

  #readOld(): Old<T> | undefined {
    const { key, migrate = JSON.parse } = this.#options;
    try {
      const text = localStorage.getItem(key);
      if (text === null) return undefined;
      const stored: unknown = migrate(text);
      const value = this.#parse(stored);
      return this.#isWhole(stored) ? { value } : { value, unreadable: text };
    } catch (error) {
      console.warn(`Cannot read what was kept as ${key}:`, error); // Site data is blocked, or it is no JSON.
    }
  }

  #forgetOld(): void {
    const { key } = this.#options;
    const unreadable = this.#old?.unreadable;
    if (this.#old === undefined) return;
    this.#old = undefined;
    attempt("forget what was kept before", () => {
      if (unreadable !== undefined) localStorage.setItem(`${key}${UNREADABLE}`, unreadable);
      localStorage.removeItem(key);
    });
  }
}

export type KeptListOptions<T> = Pick<KeptOptions<readonly T[]>, "key" | "show" | "hasCopy"> & {
  /** Reads one as it is stored, by this page or an older one; null if it is none. */
  readonly readItem: (value: unknown) => T | null;
  readonly max: number;
  /** How many of them the copy has, the first; by default all. */
  readonly copiedMax?: number;
};

export class KeptList<T> extends Kept<readonly T[]> {
  constructor({ readItem, max, copiedMax = max, ...options }: KeptListOptions<T>, store?: KeptStore) {
    // Both ask for the same: a long list is read once.
    let [last, items]: [stored: readonly unknown[], items: readonly T[]] = [[], []];
    const readAll = (stored: readonly unknown[]) => {
      if (stored !== last) [last, items] = [stored, stored.map(readItem).filter((item) => item !== null)];
      return items;
    };
    const isWhole = (stored: unknown) => Array.isArray(stored) && readAll(stored).length === stored.length;
    const parse = (stored: unknown) => {
      if (!Array.isArray(stored)) return null;
      if (!isWhole(stored)) console.warn(`Cannot read ${stored.length - readAll(stored).length} of the ${options.key}`);
      return readAll(stored);
    };
    const cutTo = (count: number) => (all: readonly T[]) => all.slice(0, count);
    super({ ...options, empty: [], parse, isWhole, bound: cutTo(max), cutCopy: cutTo(copiedMax) }, store);
  }
}
