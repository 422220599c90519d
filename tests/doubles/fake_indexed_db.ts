/**
 * As much of IndexedDB as keeps a key and records: versions, one store a database, and transactions that wait for one
 * another and come to nothing as a whole. It answers late, as a browser does, and refuses in each way that a browser may
 * when it is told to.
 */

type Callback = (() => void) | null;
/**
 * `fails` when it is opened, `full` when it is written to, `overfull` only when a transaction is to be stored; `silent`
 * never answers, `mute` not once it is open.
 */
export type Refusal = "none" | "absent" | "fails" | "blocked" | "full" | "overfull" | "silent" | "mute";

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

function createFullError(): DOMException {
  return new DOMException("Full", "QuotaExceededError");
}

/** What is in one database. */
class Contents {
  version = 0;
  readonly stores = new Set<string>();
  readonly values = new Map<string, unknown>();
  /** Settles when the latest transaction is over. */
  last: Promise<void> = Promise.resolve();
}

class FakeTransaction {
  error: unknown = null;
  oncomplete: Callback = null;
  onabort: Callback = null;
  readonly #waiting: (() => void)[] = [];
  /** What there was before it. */
  readonly #before: Map<string, unknown>;

  constructor(
    readonly browser: FakeIndexedDb,
    readonly contents: Contents,
    readonly store: string,
    readonly mode: string,
    before: Promise<void>,
    done: () => void,
  ) {
    this.#before = new Map();
    void before.then(() => this.#run()).then(done);
  }

  objectStore(name: string) {
    if (name !== this.store) throw new DOMException(`No store ${name}`, "NotFoundError");
    const { values } = this.contents;
    return {
      get: (key: string) => this.#ask((request) => void (request.result = clone(values.get(key)))),
      getAll: () => this.#ask((request) => void (request.result = [...values.values()].map(clone))),
      getAllKeys: () => this.#ask((request) => void (request.result = [...values.keys()])),
      delete: (key: string) => this.#ask(() => void values.delete(key)),
      put: (value: unknown, key: string) => {
        const copy = clone(value); // At once, and throws what cannot be copied.
        return this.#ask((request) => {
          if (this.mode !== "readwrite") throw new DOMException("Read only", "ReadOnlyError");
          if (this.browser.refusal === "full") throw createFullError();
          values.set(key, copy);
          request.result = key;
        });
      },
    };
  }

  #ask(answer: (request: FakeRequest) => void): FakeRequest {
    const request = new FakeRequest();
    this.#waiting.push(() => {
      try {
        answer(request);
      } catch (error) {
        this.error = request.error = error;
        return request.onerror?.();
      }
      request.onsuccess?.();
    });
    return request;
  }

  /** A transaction is over when nothing was asked for in answer to what it answered. */
  async #run(): Promise<void> {
    for (const [key, value] of this.contents.values) this.#before.set(key, value);
    await letPromisesSettle();
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
      await this.browser.speech();
      next();
      await letPromisesSettle();
    }
    const hasWritten = [...this.contents.values].some(([key, value]) => this.#before.get(key) !== value);
    if (this.browser.refusal === "overfull" && hasWritten) this.error = createFullError();
    if (this.error === null) return this.oncomplete?.();
    this.contents.values.clear();
    for (const [key, value] of this.#before) this.contents.values.set(key, value);
    this.onabort?.();
  }
}

/** Keys are handed over as they are: Deno copies none. */
function clone(value: unknown): unknown {
  return typeof value === "object" && value !== null && "privateKey" in value ? value : structuredClone(value);
}

export class FakeIndexedDb {
  /** Ends a silence: what was asked for is answered after all. */
  answer: () => void = () => {};
  readonly #databases = new Map<string, Contents>();
  refusal: Refusal = "none";
  /** Connections that nobody has closed. */
  open = 0;

  /** Names of the databases that were asked for. */
  get names(): string[] {
    return [...this.#databases.keys()];
  }

  of(name: string): Contents {
    const known = this.#databases.get(name) ?? new Contents();
    this.#databases.set(name, known);
    return known;
  }

  /** Stands in for the browser's, until the result is called. */
  install(): () => void {
    // deno-lint-ignore no-this-alias -- The getter has a `this` of its own.
    const database = this;
    const globals = globalThis as Record<string, unknown>;
    Object.defineProperty(globals, "indexedDB", {
      configurable: true,
      get: () => {
        if (database.refusal === "absent") throw new DOMException("The operation is insecure", "SecurityError");
        return { open: (name: string, version: number) => database.#open(database.of(name), version) };
      },
    });
    globals.IDBOpenDBRequest = FakeOpenRequest;
    return () => {
      delete globals.indexedDB;
      delete globals.IDBOpenDBRequest;
    };
  }

  #open(contents: Contents, version: number): FakeOpenRequest {
    const request = new FakeOpenRequest();
    void letPromisesSettle().then(() => this.speech("silent")).then(async () => {
      if (this.refusal === "blocked") {
        request.onblocked?.();
        await new Promise<void>((resolve) => this.answer = resolve);
      }
      if (this.refusal === "fails") return request.onerror?.();
      this.open++;
      request.result = {
        createObjectStore: (store: string) => void contents.stores.add(store),
        transaction: (store: string, mode: string) => this.#begin(contents, store, mode),
        close: () => void this.open--,
      };
      if (contents.version < version) request.onupgradeneeded?.();
      contents.version = version;
      request.onsuccess?.();
    });
    return request;
  }

  /** Waits while there is a silence. */
  async speech(silence: Refusal = "mute"): Promise<void> {
    if (this.refusal === silence) await new Promise<void>((resolve) => this.answer = resolve);
  }

  #begin(contents: Contents, store: string, mode: string): FakeTransaction {
    if (!contents.stores.has(store)) throw new DOMException(`No store ${store}`, "NotFoundError");
    const before = contents.last;
    const { promise, resolve } = Promise.withResolvers<void>();
    contents.last = promise;
    return new FakeTransaction(this, contents, store, mode, before, resolve);
  }
}
