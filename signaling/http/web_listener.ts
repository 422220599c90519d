/**
 * Listens for HTTP, or for HTTPS with a certificate and key from files, which it reads again when they change.
 *
 *   pair A ──changed──► pair B listens on the same port ──► everybody is asked to move ──RETIRE_MS──► A closes
 *      ▲────refused─────┘ (a pair that cannot be used is reported once, and the old one stays)
 *
 * The runtime can neither change a listener's certificate nor stop a listener without ending its sockets. So two share
 * the port for a while (SO_REUSEPORT). A page that lands on the old one again moves when that closes; a call needs no
 * socket meanwhile. It knows nothing of sessions. `server.ts` starts it.
 */

import type { TlsConfig } from "../config/config.ts";
import type { Log } from "../monitoring/log.ts";

/** How often the files are looked at, in milliseconds. Not by events: what is renewed may be behind links or a mount. */
const CHECK_MS = 10_000;
/** How long the sockets of a listener that is replaced have to move, in milliseconds. */
export const RETIRE_MS = 10_000;

type Handler = Deno.ServeHandler<Deno.NetAddr>;
type HttpServer = Deno.HttpServer<Deno.NetAddr>;
type Timer = ReturnType<typeof setTimeout>;

interface Pair {
  readonly cert: string;
  readonly key: string;
}

export interface WebListenerOptions {
  readonly port: number;
  readonly hostname: string;
  /** Null for plain HTTP. */
  readonly tls: TlsConfig | null;
  readonly handler: Handler;
  readonly log: Pick<Log, "info" | "warn">;
  /** Called when new sockets get a new certificate, for those that are open to move within `RETIRE_MS`. */
  readonly onRenewed: () => void;
}

/** Says which setting to change, where a port is in use. */
export function listenOn<T>(setting: "PORT" | "METRICS_PORT", port: number, listen: () => T): T {
  try {
    return listen();
  } catch (cause) {
    if (!(cause instanceof Deno.errors.AddrInUse)) throw cause;
    throw new Error(`Cannot listen: port ${port} is in use; set ${setting} to another`, { cause });
  }
}

/** @throws a sentence that names the setting */
async function readFile(setting: "TLS_CERT" | "TLS_KEY", path: string): Promise<string> {
  try {
    return await Deno.readTextFile(path);
  } catch (cause) {
    const isForbidden = cause instanceof Deno.errors.NotCapable;
    const reason = isForbidden
      ? `started without permission to; add --allow-read=static,${path}`
      : cause instanceof Deno.errors.NotFound
      ? "there is no such file"
      : cause instanceof Error
      ? cause.message
      : String(cause);
    throw new Error(`Cannot read ${setting}, ${path}: ${reason}`, { cause });
  }
}

async function readPair({ certPath, keyPath }: TlsConfig): Promise<Pair> {
  const cert = await readFile("TLS_CERT", certPath); // One after the other, so that of two mistakes the first is told.
  return { cert, key: await readFile("TLS_KEY", keyPath) };
}

function describe(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return /KeyMismatch/.test(text) ? "the key is not that of the certificate" : text;
}

export class WebListener {
  readonly port: number;
  /** Resolves when a listener has ended that nobody has stopped. */
  readonly failed: Promise<unknown>;
  readonly #options: WebListenerOptions;
  readonly #fail: (error: unknown) => void;
  readonly #retiring = new Map<HttpServer, Timer>();
  readonly #timer: Timer | null;
  #server: HttpServer;
  #pair: Pair | null;
  /** What was told of as no good, so that it is told once. */
  #refused = "";
  #isStopped = false;

  private constructor(options: WebListenerOptions, pair: Pair | null) {
    const { promise, resolve } = Promise.withResolvers<unknown>();
    [this.failed, this.#fail] = [promise, resolve];
    this.#options = options;
    this.#pair = pair;
    this.#server = this.#listen(options.port, pair);
    this.port = this.#server.addr.port;
    this.#timer = pair === null ? null : setInterval(() => void this.checkCertificate(), CHECK_MS);
  }

  /** @throws if the port is in use, or a file cannot be read or used */
  static async start(options: WebListenerOptions): Promise<WebListener> {
    const { port, hostname, tls } = options;
    if (tls === null) return new WebListener(options, null);
    const pair = await readPair(tls);
    // Whoever shares a port finds it taken only by those that do not.
    if (port !== 0) listenOn("PORT", port, () => Deno.listen({ port, hostname }).close());
    try {
      return new WebListener(options, pair);
    } catch (cause) {
      if (cause instanceof Error && cause.cause instanceof Deno.errors.AddrInUse) throw cause;
      throw new Error(`Cannot use TLS_CERT and TLS_KEY: ${describe(cause)}`, { cause });
    }
  }

  /** Takes what the files hold now, if that is new and can be used. Never rejects. */
  async checkCertificate(): Promise<void> {
    const { tls, log, onRenewed } = this.#options;
    if (tls === null) return;
    let server: HttpServer;
    try {
      const pair = await readPair(tls);
      if (this.#isStopped || (pair.cert === this.#pair?.cert && pair.key === this.#pair.key)) return;
      server = this.#listen(this.port, pair);
      this.#pair = pair;
    } catch (error) {
      const reason = describe(error);
      if (this.#refused !== reason) {
        log.warn("certificate", `The old certificate stays, the new cannot be used: ${reason}`);
      }
      this.#refused = reason;
      return;
    }
    this.#refused = "";
    const old = this.#server;
    this.#server = server;
    this.#retiring.set(old, setTimeout(() => void this.#retire(old), RETIRE_MS));
    log.info("certificate", "The certificate was renewed; the pages move over");
    onRenewed();
  }

  /** Stops listening, and resolves when all answers are out. */
  async shutdown(): Promise<void> {
    this.#isStopped = true;
    if (this.#timer !== null) clearInterval(this.#timer);
    for (const timer of this.#retiring.values()) clearTimeout(timer);
    await Promise.all([this.#server, ...this.#retiring.keys()].map((server) => server.shutdown()));
  }

  async #retire(server: HttpServer): Promise<void> {
    await server.shutdown();
    this.#retiring.delete(server);
  }

  #listen(port: number, pair: Pair | null): HttpServer {
    const { hostname, handler } = this.#options;
    const server = listenOn("PORT", port, () =>
      Deno.serve({
        port,
        hostname,
        tcpBacklog: 4096, // Everybody comes back at once after a restart.
        onListen: () => {}, // Deno's own line on the console; ours says what to open.
        ...(pair === null ? {} : { ...pair, reusePort: true }),
      }, handler));
    server.finished.catch((error: unknown) => this.#fail(error));
    return server;
  }
}
