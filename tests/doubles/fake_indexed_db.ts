/**
 * As much of IndexedDB as keeps a key: versions, one store, and transactions that wait for one another. It answers late,
 * as a browser does, and refuses in each way that a browser may when it is told to.
 */

type Callback = (() => void) | null;
/** `fails` when it is opened, `full` when it is written to; `silent` never answers, `mute` not once it is open. */
export type Refusal = "none" | "absent" | "fails" | "blocked" | "full" | "silent" | "mute";

class FakeRequest {
  result: unknown = undefined;
  error: unknown = null;
  onsuccess: Callback = null;
  onerror: Callback = null;
}

class FakeOpenRequest extends FakeRequest {
  onblocked: Callback = null;
  onupgradeneeded: Callback = null;
}

async function letPromisesSettle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

class FakeTransaction {
  readonly #waiting: (() => void)[] = [];

  constructor(
    readonly database: FakeIndexedDb,
    readonly stores: string,
    readonly mode: string,
    before: Promise<void>,
    done: () => void,
  ) {
    void before.then(() => this.#run()).then(done);
  }

  objectStore(name: string) {
    if (name !== this.stores) throw new DOMException(`No store ${name}`, "NotFoundError");
    return {
      get: (key: string) => this.#ask((request) => void (request.result = this.database.values.get(key))),
      put: (value: unknown, key: string) =>
        this.#ask((request) => {
          if (this.mode !== "readwrite") throw new DOMException("Read only", "ReadOnlyError");
          if (this.database.refusal === "full") throw new DOMException("Full", "QuotaExceededError");
          this.database.values.set(key, value);
          request.result = key;
        }),
    };
  }

  #ask(answer: (request: FakeRequest) => void): FakeRequest {
    const request = new FakeRequest();
    this.#waiting.push(() => {
      try {
        answer(request);
      } catch (error) {
        request.error = error;
        return request.onerror?.();
      }
      request.onsuccess?.();
    });
    return request;
  }

  /** A transaction is over when nothing was asked for in answer to what it answered. */
  async #run(): Promise<void> {
    await letPromisesSettle();
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
      await this.database.speech();
      next();
      await letPromisesSettle();
    }
  }
}

export class FakeIndexedDb {
  /** Ends a silence: what was asked for is answered after all. */
  answer: () => void = () => {};
  readonly values = new Map<string, unknown>();
  readonly names = new Set<string>();
  readonly stores = new Set<string>();
  refusal: Refusal = "none";
  /** Connections that nobody has closed. */
  open = 0;
  #version = 0;
  #last: Promise<void> = Promise.resolve();

  /** Stands in for the browser's, until the result is called. */
  install(): () => void {
    // deno-lint-ignore no-this-alias -- The getter has a `this` of its own.
    const database = this;
    const globals = globalThis as Record<string, unknown>;
    Object.defineProperty(globals, "indexedDB", {
      configurable: true,
      get: () => {
        if (database.refusal === "absent") throw new DOMException("The operation is insecure", "SecurityError");
        return { open: (name: string, version: number) => database.#open(name, version) };
      },
    });
    globals.IDBOpenDBRequest = FakeOpenRequest;
    return () => {
      delete globals.indexedDB;
      delete globals.IDBOpenDBRequest;
    };
  }

  #open(name: string, version: number): FakeOpenRequest {
    this.names.add(name);
    const request = new FakeOpenRequest();
    void letPromisesSettle().then(() => this.speech("silent")).then(async () => {
      if (this.refusal === "blocked") {
        request.onblocked?.();
        await new Promise<void>((resolve) => this.answer = resolve);
      }
      if (this.refusal === "fails") return request.onerror?.();
      this.open++;
      request.result = {
        createObjectStore: (store: string) => void this.stores.add(store),
        transaction: (store: string, mode: string) => this.#begin(store, mode),
        close: () => void this.open--,
      };
      if (this.#version < version) request.onupgradeneeded?.();
      this.#version = version;
      request.onsuccess?.();
    });
    return request;
  }

  /** Waits while there is a silence. */
  async speech(silence: Refusal = "mute"): Promise<void> {
    if (this.refusal === silence) await new Promise<void>((resolve) => this.answer = resolve);
  }

  #begin(store: string, mode: string): FakeTransaction {
    if (!this.stores.has(store)) throw new DOMException(`No store ${store}`, "NotFoundError");
    const before = this.#last;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#last = promise;
    return new FakeTransaction(this, store, mode, before, resolve);
  }
}
