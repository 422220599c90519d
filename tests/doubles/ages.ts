/**
 * Pages and servers of two ages beside each other: today's, and those of an earlier commit, which `tests/ages/` keeps as
 * they were built. A page of either can be had with its socket at the server of either: a splitter takes the handshake
 * of the socket to the one, and every other request to the other.
 */

import { findFreePort, type ServerProcess, startServerProcess } from "./server_process.ts";

/** The age that is kept: it stalls behind any peer message that it does not know, and its server relays none. */
export const OLD_COMMIT = "f1c8f39";
const OLD_FOLDER = new URL(`../ages/${OLD_COMMIT}/`, import.meta.url).pathname;

export type Age = "old" | "new";

/** Passes each connection on to `socketPort` if it opens with the handshake of the socket, to `pagePort` otherwise. */
export class Splitter implements AsyncDisposable {
  readonly origin: string;
  readonly #listener: Deno.TcpListener;
  readonly #open = new Set<Deno.TcpConn>();
  readonly #running = new Set<Promise<unknown>>();

  constructor(readonly pagePort: number, readonly socketPort: number) {
    this.#listener = Deno.listen({ port: findFreePort(), hostname: "127.0.0.1" });
    this.origin = `http://localhost:${this.#listener.addr.port}`;
    this.#track(this.#accept());
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#listener.close();
    for (const connection of this.#open) connection.close();
    await Promise.allSettled(this.#running);
  }

  #track(running: Promise<unknown>): void {
    this.#running.add(running);
    void running.catch(() => {}).finally(() => this.#running.delete(running)); // Closing ends whatever runs.
  }

  async #accept(): Promise<void> {
    for await (const client of this.#listener) this.#track(this.#join(client));
  }

  async #join(client: Deno.TcpConn): Promise<void> {
    this.#open.add(client);
    const head = new Uint8Array(16_384);
    const length = await client.read(head);
    if (length === null) return;
    const isSocket = new TextDecoder().decode(head.subarray(0, length)).startsWith("GET /socket ");
    const server = await Deno.connect({ port: isSocket ? this.socketPort : this.pagePort, hostname: "127.0.0.1" });
    this.#open.add(server);
    await server.write(head.subarray(0, length));
    await Promise.allSettled([client.readable.pipeTo(server.writable), server.readable.pipeTo(client.writable)]);
    this.#open.delete(client);
    this.#open.delete(server);
  }
}

export class Ages implements AsyncDisposable {
  readonly #servers: Readonly<Record<Age, ServerProcess>>;
  readonly #splitters: Splitter[] = [];

  private constructor(servers: Readonly<Record<Age, ServerProcess>>) {
    this.#servers = servers;
  }

  /** @param today the server of today, with today's page */
  static async start(today: ServerProcess): Promise<Ages> {
    return new Ages({ old: await startServerProcess({ folder: OLD_FOLDER, script: "server.js" }), new: today });
  }

  /** Where a page of one age is, with its socket at the server of another. */
  originOf(page: Age, server: Age): string {
    if (page === server) return this.#servers[page].origin;
    const splitter = new Splitter(this.#servers[page].port, this.#servers[server].port);
    this.#splitters.push(splitter);
    return splitter.origin;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const splitter of this.#splitters) await splitter[Symbol.asyncDispose]();
    await this.#servers.old.kill();
  }
}
