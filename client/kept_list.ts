/**
 * A list that is kept in this browser and shared by its tabs. Where site data is blocked it lasts as long as the page.
 * Knows nothing of what is in it but how to tell whether it is that.
 */

export type KeptListOptions<T> = {
  readonly key: string;
  readonly isItem: (value: unknown) => value is T;
  readonly max: number;
  /** Called with the list as it is now, whenever it changes, here or in another tab. */
  readonly show: (items: readonly T[]) => void;
};

export class KeptList<T> {
  readonly #options: KeptListOptions<T>;
  #items: readonly T[] = [];

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
    } catch {
      // Site data is blocked.
    }
  }

  #show(items: readonly T[]): void {
    this.#items = items.slice(0, this.#options.max);
    this.#options.show(this.#items);
  }

  #load(): readonly T[] {
    try {
      const stored: unknown = JSON.parse(localStorage.getItem(this.#options.key) ?? "[]");
      return Array.isArray(stored) ? stored.filter(this.#options.isItem) : [];
    } catch {
      return this.#items;
    }
  }
}
