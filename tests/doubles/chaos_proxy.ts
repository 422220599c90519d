/**
 * A TCP proxy on a path that breaks when it is told to: it cuts connections, tears them apart within a chunk, closes one
 * direction, stalls them (half-open: both ends think that all is well and nothing arrives), delays, refuses, and takes
 * new ones without passing anything on. It can also show each WebSocket message before it goes on, so that a test can
 * break the world at that very message.
 */

import { FrameSplitter, type Piece } from "./frame_splitter.ts";

/** `up` is to the server. */
export type Direction = "up" | "down";
export const DIRECTIONS: readonly Direction[] = ["up", "down"];

/** Sees a text message before it goes on, which it does when the promise settles, if the connection still stands. */
export type Inspect = (text: string, direction: Direction) => void | Promise<void>;

/** What becomes of new connections: they are joined to the server, closed at once, or taken and left hanging. */
export type Welcome = "join" | "refuse" | "stall";

/** A connection that was closed, by us or by either end, fails in one of these ways wherever it is in use. */
const GONE = [
  Deno.errors.BadResource,
  Deno.errors.Interrupted,
  Deno.errors.ConnectionReset,
  Deno.errors.ConnectionAborted,
  Deno.errors.ConnectionRefused,
  Deno.errors.BrokenPipe,
  Deno.errors.NotConnected,
];

function assertGone(error: unknown): void {
  if (!GONE.some((type) => error instanceof type)) throw error;
}

class ProxiedConnection {
  readonly closed: Promise<void>;
  readonly #client: Deno.TcpConn;
  readonly #server: Deno.TcpConn;
  readonly #proxy: ChaosProxy;
  readonly #cut = new AbortController();
  readonly #stalls: Record<Direction, PromiseWithResolvers<void> | null> = { up: null, down: null };
  #isTorn = false;

  constructor(client: Deno.TcpConn, server: Deno.TcpConn, proxy: ChaosProxy) {
    this.#client = client;
    this.#server = server;
    this.#proxy = proxy;
    this.closed = this.#run();
  }

  /** Lets nothing more through in these directions, and closes nothing. */
  stall(directions: readonly Direction[]): void {
    for (const direction of directions) this.#stalls[direction] ??= Promise.withResolvers();
  }

  resume(): void {
    for (const direction of DIRECTIONS) {
      this.#stalls[direction]?.resolve();
      this.#stalls[direction] = null;
    }
  }

  /** Cuts the connection in the middle of the next chunk. */
  tear(): void {
    this.#isTorn = true;
  }

  cut(): void {
    if (this.#cut.signal.aborted) return;
    this.#cut.abort();
    this.resume();
    this.#client.close();
    this.#server.close();
  }

  /** Says to one end that the other will say no more, while its own words still go through. */
  async closeOneWay(direction: Direction): Promise<void> {
    try {
      await (direction === "up" ? this.#server : this.#client).closeWrite();
    } catch (error) {
      assertGone(error);
    }
  }

  async #run(): Promise<void> {
    await Promise.all([
      this.#pump(this.#client, this.#server, "up"),
      this.#pump(this.#server, this.#client, "down"),
    ]);
    this.cut();
  }

  async #pump(from: Deno.TcpConn, to: Deno.TcpConn, direction: Direction): Promise<void> {
    const splitter = this.#proxy.inspect === null ? null : new FrameSplitter();
    const chunk = new Uint8Array(64 * 1024);
    try {
      while (true) {
        await this.#stalls[direction]?.promise;
        const count = await from.read(chunk);
        await this.#stalls[direction]?.promise; // It may have come while the read waited.
        if (count === null) break;
        await this.#delay();
        const bytes = chunk.slice(0, count);
        for (const piece of splitter?.push(bytes) ?? [{ bytes, text: null }]) await this.#pass(piece, to, direction);
      }
      await to.closeWrite();
    } catch (error) {
      assertGone(error);
      this.cut();
    }
  }

  async #pass({ bytes, text }: Piece, to: Deno.TcpConn, direction: Direction): Promise<void> {
    if (text !== null) await this.#proxy.inspect?.(text, direction);
    await this.#stalls[direction]?.promise;
    const length = this.#isTorn ? Math.ceil(bytes.length / 2) : bytes.length;
    for (let written = 0; written < length;) written += await to.write(bytes.subarray(written, length));
    if (this.#isTorn) this.cut();
  }

  async #delay(): Promise<void> {
    const { delayMs } = this.#proxy;
    if (delayMs === 0 || this.#cut.signal.aborted) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, delayMs);
      this.#cut.signal.addEventListener("abort", () => {
        clearTimeout(timer);
        resolve();
      }, { once: true });
    });
  }
}

export class ChaosProxy implements AsyncDisposable {
  readonly port: number;
  welcome: Welcome = "join";
  /** How much later everything arrives, in milliseconds. */
  delayMs = 0;
  inspect: Inspect | null;
  #targetPorts: readonly number[];
  readonly #isRoundRobin: boolean;
  #turn = 0;
  readonly #listener: Deno.TcpListener;
  readonly #connections = new Set<ProxiedConnection>();
  readonly #accepting: Promise<void>;

  /**
   * Given several targets it goes round, or else begins with the first, and where one does not take the connection it
   * tries the next.
   */
  constructor({ targetPort, inspect = null, isRoundRobin = true }: {
    targetPort: number | readonly number[];
    inspect?: Inspect | null;
    isRoundRobin?: boolean;
  }) {
    this.#targetPorts = [targetPort].flat();
    this.#isRoundRobin = isRoundRobin;
    this.inspect = inspect;
    this.#listener = Deno.listen({ port: 0, hostname: "127.0.0.1" });
    this.port = this.#listener.addr.port;
    this.#accepting = this.#accept();
  }

  get origin(): string {
    return `http://localhost:${this.port}`;
  }

  /** Leads new connections to this one of its targets first. */
  startWith(port: number): void {
    this.#targetPorts = [port, ...this.#targetPorts.filter((other) => other !== port)];
  }

  get connectionCount(): number {
    return this.#connections.size;
  }

  cut(): void {
    for (const connection of this.#connections) connection.cut();
  }

  tear(): void {
    for (const connection of this.#connections) connection.tear();
  }

  /** Makes the connections that there are half-open; new ones are as `welcome` says. */
  stall(directions: readonly Direction[] = DIRECTIONS): void {
    for (const connection of this.#connections) connection.stall(directions);
  }

  resume(): void {
    for (const connection of this.#connections) connection.resume();
  }

  async closeOneWay(direction: Direction): Promise<void> {
    await Promise.all([...this.#connections].map((connection) => connection.closeOneWay(direction)));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#listener.close();
    await this.#accepting;
    const closed = [...this.#connections].map((connection) => connection.closed);
    this.cut();
    await Promise.all(closed);
  }

  async #accept(): Promise<void> {
    const joining = new Set<Promise<void>>();
    try {
      for await (const client of this.#listener) {
        const join = this.#join(client).finally(() => joining.delete(join));
        joining.add(join);
      }
    } catch (error) {
      assertGone(error);
    }
    await Promise.all(joining);
  }

  async #connect(): Promise<Deno.TcpConn | null> {
    const ports = this.#targetPorts;
    const first = this.#isRoundRobin ? this.#turn++ % ports.length : 0;
    for (const port of [...ports.slice(first), ...ports.slice(0, first)]) {
      try {
        return await Deno.connect({ port, hostname: "127.0.0.1" });
      } catch (error) {
        assertGone(error);
      }
    }
    return null;
  }

  async #join(client: Deno.TcpConn): Promise<void> {
    if (this.welcome === "refuse") return client.close();
    const isStalled = this.welcome === "stall";
    const server = await this.#connect();
    if (server === null) return client.close(); // All are down: what a proxy's client then sees is a closed connection.
    const connection = new ProxiedConnection(client, server, this);
    this.#connections.add(connection);
    if (isStalled) connection.stall(DIRECTIONS);
    void connection.closed.then(() => this.#connections.delete(connection));
  }
}
