/**
 * A list that is kept in this browser and shared by its tabs. Where site data is blocked, or there is no room for more,
 * it lasts as long as the page. Knows nothing of what is in it but how to read it.
 */

export type KeptListOptions<T> = {
  readonly key: string;
  /** Reads one as it is stored, by this page or an older one; null if it is none. */
  readonly readItem: (value: unknown) => T | null;
  readonly max: number;
  /** Called with the list as it is now, whenever it changes, here or in another tab. */
  readonly show: (items: readonly T[]) => void;
};

export class KeptList<T> {
  readonly #options: KeptListOptions<T>;
  #items: readonly T[] = [];
  /** What is shown could not be stored, so that what is stored is older. */
  #isAhead = false;

  constructor(options: KeptListOptions<T>) {
    this.#options = options;
  }

  /** Shows what is stored, and follows the other tabs. */
  follow(): void {
    this.#show(this.#load());
    addEventListener("storage", ({ key }) => {
      if (key === this.#options.key) this.#show(this.#load());
    });
  }

  change(change: (items: readonly T[]) => readonly T[]): void {
    this.#show(change(this.#load()));
    try {
      localStorage.setItem(this.#options.key, JSON.stringify(this.#items));
      this.#isAhead = false;
    } catch {
      this.#isAhead = true; // Site data is blocked, or full.
    }
  }

  #show(items: readonly T[]): void {
    this.#items = items.slice(0, this.#options.max);
    this.#options.show(this.#items);
  }

  #load(): readonly T[] {
    if (this.#isAhead) return this.#items;
    try {
      const stored: unknown = JSON.parse(localStorage.getItem(this.#options.key) ?? "[]");
      return Array.isArray(stored) ? stored.map(this.#options.readItem).filter((item) => item !== null) : [];
    } catch {
      return this.#items;
    }
  }
}
