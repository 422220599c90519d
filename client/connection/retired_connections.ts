/**
 * Connections that another one has replaced. Each stays open for a moment, because the other end may switch a little
 * later, and is then closed. Used by `connections.ts`; does not know what the connections carry.
 */

import { attempt, insist } from "../bounds/attempt.ts";

/** How long an old connection stays after it was replaced, in milliseconds. */
const RETIRED_MS = 2_000;

type Closable = { close(): void };

export class RetiredConnections {
  readonly #timers = new Map<Closable, ReturnType<typeof setTimeout> | undefined>();

  add(connection: Closable): void {
    this.#timers.set(connection, undefined);
    const retire = () => {
      this.#timers.delete(connection);
      close(connection);
    };
    attempt("close a connection later", () => this.#timers.set(connection, setTimeout(retire, RETIRED_MS)));
  }

  /** Closes all of them now. */
  close(): void {
    const timers = [...this.#timers];
    this.#timers.clear();
    for (const [connection] of timers) close(connection);
    for (const [, timer] of timers) clearTimeout(timer);
  }
}

/** Closes a connection that is no longer held: whatever fails in it, nobody will come back to it. */
export function close(connection: Closable | undefined): void {
  insist("close a connection", () => connection?.close());
}
