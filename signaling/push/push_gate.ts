/**
 * The server's end of push: hands the forwarder what is to be posted, and gives back how it went.
 *
 * It listens and never connects, so that a server that has dropped its permissions can still do all of it. One
 * forwarder at a time: the latest that has proved the secret. While there is none, every push is `unavailable`. Nothing
 * of a push is kept but the promise of its outcome. `server.ts` makes it, sessions call `send`.
 */

import type { Push, PushOutcome } from "../protocol/push.ts";
import { demandProof, LineReader, LineWriter, type LinkConnection, parseReport, PROOF_MS_MAX } from "./push_link.ts";
import { PUSHES_WAITING_MAX } from "./push_limits.ts";
import type { HostPort } from "./push_settings.ts";

/** The forwarder gives up after 5 s, and what it says then has to get here. */
const OUTCOME_MS_MAX = 7_000;
/** Connections that have not proved anything yet; a further one is closed at once. */
const UNPROVED_MAX = 4;
/** Before it accepts again where it could not, as without a file descriptor left. */
const ACCEPT_AGAIN_MS = 100;
const BUSY: PushOutcome = { result: "limited", retryAfterMs: 1_000 };
const UNAVAILABLE: PushOutcome = { result: "unavailable" };

type Waiting = { readonly settle: (outcome: PushOutcome) => void };
type Link = {
  readonly connection: LinkConnection;
  readonly writer: LineWriter;
  readonly waiting: Map<number, Waiting>;
};

export interface PushGateOptions extends HostPort {
  readonly secret: string;
  /** Called with a sentence for whoever runs the server. */
  readonly warn: (line: string) => void;
}

function closeQuietly(connection: LinkConnection): void {
  try {
    connection.close();
  } catch (error) {
    if (!(error instanceof Deno.errors.BadResource)) throw error; // It is closed already.
  }
}

function listen(place: HostPort): Deno.TcpListener {
  try {
    return Deno.listen({ ...place });
  } catch (cause) {
    if (!(cause instanceof Deno.errors.AddrInUse)) throw cause;
    throw new Error(`Cannot listen: port ${place.port} is in use; set PUSH_FORWARDER to another`, { cause });
  }
}

export class PushGate {
  readonly #listener: Deno.TcpListener;
  readonly #secret: string;
  readonly #warn: (line: string) => void;
  readonly #unproved = new Set<LinkConnection>();
  #link: Link | null = null;
  #nextNumber = 1;
  #hasWarned = false;
  #isClosed = false;

  /** Throws if the address cannot be listened on. */
  constructor({ hostname, port, secret, warn }: PushGateOptions) {
    this.#listener = listen({ hostname, port });
    this.#secret = secret;
    this.#warn = warn;
    void this.#accept();
  }

  get port(): number {
    return this.#listener.addr.port;
  }

  /** Has it posted. Never rejects. */
  readonly send = (push: Push): Promise<PushOutcome> => {
    const link = this.#link;
    if (link === null) return Promise.resolve(UNAVAILABLE);
    if (link.waiting.size >= PUSHES_WAITING_MAX) return Promise.resolve(BUSY);
    const n = this.#nextNumber++;
    const { promise, resolve } = Promise.withResolvers<PushOutcome>();
    const settle = (outcome: PushOutcome) => {
      clearTimeout(timer);
      link.waiting.delete(n);
      resolve(outcome);
    };
    // Who does not answer may not read either: what waits for it must not grow.
    const timer = setTimeout(() => this.#drop(link), OUTCOME_MS_MAX);
    link.waiting.set(n, { settle });
    link.writer.write({ n, push }).catch(() => this.#drop(link));
    return promise;
  };

  [Symbol.dispose](): void {
    this.close();
  }

  close(): void {
    this.#isClosed = true;
    this.#listener.close();
    for (const connection of this.#unproved) closeQuietly(connection);
    if (this.#link !== null) this.#drop(this.#link);
  }

  async #accept(): Promise<void> {
    while (!this.#isClosed) {
      try {
        const connection = await this.#listener.accept();
        if (this.#unproved.size >= UNPROVED_MAX) closeQuietly(connection);
        else void this.#welcome(connection);
      } catch {
        if (!this.#isClosed) await new Promise((resolve) => setTimeout(resolve, ACCEPT_AGAIN_MS));
      }
    }
  }

  async #welcome(connection: Deno.TcpConn): Promise<void> {
    this.#unproved.add(connection);
    const timer = setTimeout(() => closeQuietly(connection), PROOF_MS_MAX);
    const lines = new LineReader(connection);
    const writer = new LineWriter(connection);
    try {
      const isProved = await demandProof(this.#secret, lines, writer);
      clearTimeout(timer);
      this.#unproved.delete(connection);
      if (isProved) await this.#serve({ connection, writer, waiting: new Map() }, lines);
      else this.#warnOnce();
    } catch {
      // Whatever ends a connection ends it the same way; the forwarder comes back by itself.
    } finally {
      clearTimeout(timer);
      this.#unproved.delete(connection);
      closeQuietly(connection);
    }
  }

  async #serve(link: Link, lines: LineReader): Promise<void> {
    if (this.#link !== null) this.#drop(this.#link);
    this.#link = link;
    try {
      await lines.each((line) => {
        const report = parseReport(line);
        if (report !== null) link.waiting.get(report.n)?.settle(report.outcome);
      });
    } finally {
      this.#drop(link);
    }
  }

  #drop(link: Link): void {
    if (this.#link === link) this.#link = null;
    closeQuietly(link.connection);
    for (const { settle } of [...link.waiting.values()]) settle(UNAVAILABLE);
  }

  #warnOnce(): void {
    if (!this.#hasWarned) this.#warn("What connects to PUSH_FORWARDER has not this server's PUSH_SECRET");
    this.#hasWarned = true;
  }
}
