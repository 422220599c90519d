/** A browser as far as it keeps things: one IndexedDB, one localStorage, and tabs that tell each other of changes. */

import { type StartTimer } from "../../client/kept/database.ts";
import { KeptStore } from "../../client/kept/kept_store.ts";
import { FakeIndexedDb } from "./fake_indexed_db.ts";

/** Tells all others of its name what is posted, a turn later, as a browser does. */
class FakeChannel {
  static all = new Set<FakeChannel>();
  onmessage: ((event: { data: unknown }) => void) | null = null;

  constructor(readonly name: string) {
    FakeChannel.all.add(this);
  }

  postMessage(data: unknown): void {
    const others = [...FakeChannel.all].filter((other) => other !== this && other.name === this.name);
    for (const other of others) queueMicrotask(() => other.onmessage?.({ data }));
  }
}

export class KeptWorld implements Disposable {
  readonly database = new FakeIndexedDb();
  /** What was reported on the console. */
  readonly reports: string[] = [];
  /** Clocks that are to strike, with how long they wait. */
  readonly waiting = new Map<() => void, number>();
  /** How often a tab was told that there is no room. */
  fullCount = 0;
  hasChannels = true;
  readonly #undo: (() => void)[] = [];

  constructor() {
    localStorage.clear();
    FakeChannel.all.clear();
    const globals = globalThis as Record<string, unknown>;
    const { warn } = console;
    const { BroadcastChannel } = globalThis;
    console.warn = (...all: unknown[]) => void this.reports.push(String(all[0]));
    // deno-lint-ignore no-this-alias -- The constructor has a `this` of its own.
    const world = this;
    globals.BroadcastChannel = class extends FakeChannel {
      constructor(name: string) {
        if (!world.hasChannels) throw new DOMException("The operation is insecure", "SecurityError");
        super(name);
      }
    };
    this.#undo.push(this.database.install(), () => {
      console.warn = warn;
      globals.BroadcastChannel = BroadcastChannel;
      localStorage.clear();
    });
  }

  get records(): Map<string, unknown> {
    return this.database.of("video-calling-kept").values;
  }

  /** Opens the page in one more tab. */
  openTab(): KeptStore {
    const store = new KeptStore(this.#startTimer);
    store.onFull = () => this.fullCount++;
    return store;
  }

  /** Lets all that was begun come to its end. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 3_000; turn++) await Promise.resolve();
  }

  strike(): void {
    const due = [...this.waiting.keys()];
    this.waiting.clear();
    for (const act of due) act();
  }

  [Symbol.dispose](): void {
    for (const undo of this.#undo) undo();
  }

  readonly #startTimer: StartTimer = (act, ms) => {
    this.waiting.set(act, ms);
    return () => void this.waiting.delete(act);
  };
}
