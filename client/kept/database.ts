/**
 * IndexedDB with promises: opens a database of one store, runs one transaction, and closes it again. So no tab blocks a
 * later version, and a lost connection harms nobody. Some browsers never answer; `inTime` limits the wait. Used by the
 * identity and by `kept_store.ts`.
 */

/** How long the browser may take to answer: a person looks at "Connecting…", in milliseconds. */
export const ANSWER_MS_MAX = 3_000;

/** Calls `act` after `ms`, unless the result is called before. */
export type StartTimer = (act: () => void, ms: number) => () => void;

export const startTimer: StartTimer = (act, ms) => {
  const timer = setTimeout(act, ms);
  return () => clearTimeout(timer);
};

/** What did not answer in time; whatever it answers later changes nothing. */
export class Unanswered extends Error {}

/** Waits for an answer, but not for ever. */
export function inTime<T>(answer: Promise<T>, start: StartTimer): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = start(() => reject(new Unanswered("Cannot wait any longer for the browser")), ANSWER_MS_MAX);
    answer.finally(stop).then(resolve, reject);
  });
}

export function settle<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/**
 * Runs `act` in one transaction on the only store of a database, and resolves when what it wrote is stored. A database
 * that is opened too late is closed all the same, as is one that another tab had blocked.
 */
export async function transact<T>(name: string, store: string, act: (store: IDBObjectStore) => Promise<T>): Promise<T> {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(store);
  const database = await settle(request);
  try {
    const transaction = database.transaction(store, "readwrite");
    const isStored = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      // A disk that is full may be noticed only here.
      transaction.onabort = () => reject(transaction.error);
    });
    const [result] = await Promise.all([act(transaction.objectStore(store)), isStored]);
    return result;
  } finally {
    database.close();
  }
}
