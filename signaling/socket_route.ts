/**
 * The socket's handshake: who may open one, and the session that then gets its events.
 *
 *   no WebSocket 426 → stopping or out of memory 503 → incomplete 400 → a foreign page 403 → too many 429 → 101
 *
 * Whoever is turned away costs one plain answer and no socket. What messages mean is the session's. Called by `http.ts`.
 */

import type { AddressLimits, SocketShare } from "./address_limits.ts";
import { findClientAddress, isForgottenProxy } from "./client_address.ts";
import type { Config } from "./config.ts";
import type { Counters } from "./counters.ts";
import type { Deadlines } from "./deadlines.ts";
import type { OfferIceServers } from "./ice_servers.ts";
import type { Log } from "./log.ts";
import type { OpenSessions } from "./open_sessions.ts";
import { isOriginAllowed } from "./origin_check.ts";
import type { Relay } from "./relay.ts";
import { createErrorResponse, createTextResponse } from "./responses.ts";
import { Session } from "./session.ts";
import type { SessionContext, SessionOptions } from "./session_context.ts";

export interface SocketRouteOptions {
  readonly config: Config;
  readonly relay: Relay;
  /** Filled with each session whose socket is open, registered or not. */
  readonly sessions: OpenSessions;
  /** Which the sessions wait in until they are registered. */
  readonly deadlines: Deadlines;
  readonly offerIceServers: OfferIceServers;
  readonly limits: AddressLimits;
  readonly counters: Counters;
  readonly log: Log;
  /** Called with the address of each proxy that passes people on without being trusted: they all count as one. */
  readonly onForgottenProxy: (address: string) => void;
  /** Whether the process has too little memory left for another socket. */
  readonly memory: { readonly isFull: boolean };
}

const WEB_SOCKET_VERSION = "13";
/** Base64 of 16 bytes (RFC 6455 §4.1). */
const WEB_SOCKET_KEY = /^[A-Za-z0-9+/]{22}==$/;
/** How soon to look again whether there is memory, in seconds. */
const MEMORY_RETRY_SECONDS = 5;

/** Refuses what only another instance, or this one's successor, can do; either may be there at once. */
export function createDrainingResponse(): Response {
  return createTextResponse(503, "This server is stopping. Try again.", { "retry-after": "1" });
}

/** Refuses what another instance may have the memory for, or this one soon. */
export function createFullResponse(): Response {
  const headers = { "retry-after": String(MEMORY_RETRY_SECONDS) };
  return createErrorResponse(503, { code: "server-full", message: "This server has no memory left for more" }, headers);
}

function createLimitResponse(retryAfterMs: number): Response {
  const headers = { "retry-after": String(Math.ceil(retryAfterMs / 1_000)) };
  const message = "Too many sockets are open, or were opened lately, from this address";
  return createErrorResponse(429, { code: "rate-limited", message, retryAfterMs }, headers);
}

type Own = SessionOptions & { readonly share: SocketShare };

/** Gives a socket's events to a session once it is open, and the share back when it is gone: one object for each socket. */
class SocketEvents implements EventListenerObject {
  readonly #own: Own;
  readonly #start: (own: Own) => Session;
  readonly #log: Log;
  #session: Session | null = null;

  constructor(socket: WebSocket, own: Own, start: (own: Own) => Session, log: Log) {
    this.#own = own;
    this.#start = start;
    this.#log = log;
    socket.binaryType = "arraybuffer";
    for (const type of ["open", "message", "close", "error"]) socket.addEventListener(type, this);
  }

  handleEvent(event: Event): void {
    if (event.type === "message") return this.#handleMessage((event as MessageEvent).data);
    if (event.type === "open") return void (this.#session = this.#start(this.#own));
    // Not already when we close it: until its other end does so too, the runtime keeps what that one has sent.
    this.#own.share.release();
    this.#session?.handleClosed();
  }

  #handleMessage(data: unknown): void {
    try {
      // Most messages are done with at once, and cost no promise.
      this.#session?.handle(data)?.catch((error) => this.#endDefect(error));
    } catch (error) {
      this.#endDefect(error);
    }
  }

  /** Ends a session whose message we could not handle: the defect is ours, and must not take the others down. */
  #endDefect(error: unknown): void {
    this.#log.error("defect", "Cannot handle a message", error);
    this.#session?.goAway();
  }
}

export class SocketRoute {
  readonly #options: SocketRouteOptions;
  readonly #context: SessionContext<Session>;

  constructor(options: SocketRouteOptions) {
    const { relay, sessions, deadlines, offerIceServers, counters, limits: { announced } } = options;
    const onClosed = (session: Session) => sessions.delete(session);
    this.#options = options;
    this.#context = { router: relay, clock: globalThis, deadlines, offerIceServers, announced, counters, onClosed };
  }

  /** Answers a request for the socket, which came from `remoteAddress`; see PROTOCOL.md for what follows. */
  open(request: Request, remoteAddress: string): Response {
    const { config, sessions, limits, memory, counters, log, onForgottenProxy } = this.#options;
    const { headers } = request;
    const isWebSocket = headers.get("upgrade")?.toLowerCase() === "websocket" && request.method === "GET";
    if (!isWebSocket || headers.get("sec-websocket-version") !== WEB_SOCKET_VERSION) {
      // RFC 9110 §15.5.22, RFC 6455 §4.4.
      const upgrade = { upgrade: "websocket", connection: "upgrade", "sec-websocket-version": WEB_SOCKET_VERSION };
      return createTextResponse(426, "This address speaks WebSocket: connect to it with a WebSocket client.", upgrade);
    }
    if (sessions.isDraining) return createDrainingResponse();
    if (memory.isFull) {
      counters.countRefused("server-full");
      return createFullResponse();
    }

    if (!WEB_SOCKET_KEY.test(headers.get("sec-websocket-key") ?? "")) {
      return createTextResponse(400, "Cannot open a WebSocket: the handshake is incomplete.");
    }
    const host = headers.get("host")?.toLowerCase();
    const hosts = config.publicHosts.length > 0 ? config.publicHosts : host === undefined ? [] : [host];
    if (!isOriginAllowed(headers.get("origin"), hosts, config)) {
      counters.countRefused("origin-refused");
      return createErrorResponse(403, { code: "origin-refused", message: "Pages of this origin may not connect here" });
    }
    const forwardedFor = headers.get("x-forwarded-for");
    const address = findClientAddress(remoteAddress, forwardedFor, config.trustedProxies);
    if (isForgottenProxy(remoteAddress, forwardedFor, config.trustedProxies)) onForgottenProxy(remoteAddress);
    const share = limits.openSocket(address);
    if ("retryAfterMs" in share) {
      counters.countRefused("rate-limited");
      return createLimitResponse(share.retryAfterMs);
    }
    try {
      const { socket, response } = Deno.upgradeWebSocket(request, { idleTimeout: 0 });
      new SocketEvents(socket, { socket, host, hosts, share }, this.#start, log);
      return response;
    } catch (error) {
      share.release();
      if (!(error instanceof TypeError)) throw error;
      return createTextResponse(400, "Cannot open a WebSocket: the handshake is incomplete.");
    }
  }

  readonly #start = (own: Own): Session => {
    const session = new Session(this.#context, own);
    this.#options.sessions.add(session);
    return session;
  };
}
