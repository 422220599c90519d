/**
 * Makes a reply that ioredis does not understand cost its connection, and nothing else.
 *
 * Whatever ioredis throws while it handles a reply it rethrows in a later turn, where nobody can catch it, and the
 * process ends: a null where it expects a channel is enough. A reply that it cannot even parse it treats correctly: it
 * fails what waits and gives the connection up. This module makes the first case behave like the second. It reaches
 * into the library, which is pinned to one version; `tests/signaling/redis/redis_replies_test.ts` fails if that stops
 * working. Loaded by `redis_connection.ts` before the first connection.
 */

import dataHandler from "ioredis/data-handler";

/** What is used here of the class, which the package does not export by its name. */
interface DataHandler {
  readonly redis: {
    recoverFromFatalError(commandError: Error, error: Error, options: { readonly offlineQueue: boolean }): void;
  };
  dispatch(deal: () => void): void;
}

function hasDispatch(prototype: unknown): prototype is DataHandler {
  return typeof prototype === "object" && prototype !== null &&
    typeof Reflect.get(prototype, "dispatch") === "function";
}

// As CommonJS it comes whole or, from a bundle, as its default.
const prototype: unknown = Reflect.get(Reflect.get(dataHandler, "default") ?? dataHandler, "prototype");
if (!hasDispatch(prototype)) throw new Error("Cannot guard the replies of Redis: ioredis has changed");

prototype.dispatch = function (this: DataHandler, deal: () => void): void {
  try {
    deal();
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    const error = new Error(`it sent a reply that makes no sense (${reason})`);
    this.redis.recoverFromFatalError(error, error, { offlineQueue: false });
  }
};
