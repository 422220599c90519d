/**
 * The socket's handshake: who may open one, and the session that comes of it; `socket_events.ts` gives it the events.
 *
 *   no WebSocket 426 → stopping or out of memory 503 → incomplete 400 → a foreign page 403 → too many 429 → 101
 *
 * Whoever is turned away costs one plain answer and no socket. What messages mean is the session's. Called by `http.ts`.
 */

import { setImmediate } from "node:timers";
import type { AddressLimits } from "./address_limits.ts";
import { findClientAddress, isForgottenProxy, isSenderTrusted, isTlsRequest } from "./client_address.ts";
import type { Config } from "./config.ts";
import type { Counters } from "./counters.ts";
import type { Deadlines } from "./deadlines.ts";
import type { OfferIceServers } from "./ice_servers.ts";
import type { Log } from "./log.ts";
import type { OpenSessions } from "./open_sessions.ts";
import { isOriginAllowed } from "./origin_check.ts";
import { PairBudgets } from "./pair_budgets.ts";
import type { Relay } from "./relay.ts";
import { createErrorResponse, createTextResponse } from "./responses.ts";
import { Session } from "./session.ts";
import type { SessionContext } from "./session_context.ts";
import { type Own, type SocketContext, SocketEvents } from "./socket_events.ts";

export interface SocketRouteOptions {
  readonly config: Config;
  readonly relay: Relay;
  /** Filled with each session whose socket is open, registered or not. */
  readonly sessions: OpenSessions;
  /** Which sockets wait in until they are open, and then their sessions until they are registered. */
  readonly deadlines: Deadlines;
  /** Which those wait in that we have closed. */
  readonly closings: Deadlines;
  readonly offerIceServers: OfferIceServers;
  readonly limits: AddressLimits;
  readonly counters: Counters;
  readonly log: Log;
  /** Called with the address of each proxy that passes people on without being trusted: they all count as one. */
  readonly onForgottenProxy: (address: string) => void;
  /** Called with the address of each proxy whose block of trusted ones has somebody else in it, who came through it. */
  readonly onTrustedSender: (address: string) => void;
  /** Called for each socket whose connection was lost in the handshake, without an event. */
  readonly onLost: () => void;
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

/** To nobody: the connection is reset already. */
function createGoneResponse(): Response {
  return createTextResponse(400, "The connection was closed before it was answered.");
}

export class SocketRoute {
  readonly #options: SocketRouteOptions;
  readonly #context: SessionContext<Session>;
  readonly #socketContext: SocketContext;
  /** Of each session that is not over. */
  readonly #events = new Map<Session, SocketEvents>();

  constructor(options: SocketRouteOptions) {
    const { config, relay, deadlines, closings, offerIceServers, counters, log, onLost, limits: { announced } } =
      options;
    const pairBudgets = new PairBudgets(config.limits, () => performance.now());
    const onClosed = (session: Session) => this.#handleClosed(session);
    this.#options = options;
    const shared = { pairBudgets, deadlines, offerIceServers, announced, counters, onClosed };
    this.#context = { router: relay, clock: globalThis, ...shared };
    const start = (own: Own, events: SocketEvents) => this.#start(own, events);
    this.#socketContext = { opening: deadlines, closing: closings, counters, log, onLost, start };
  }

  /** Answers a request for the socket, which came from `remoteAddress`; see PROTOCOL.md for what follows. */
  open(request: Request, remoteAddress: string): Response | Promise<Response> {
    const { config, sessions, limits, memory, counters, onForgottenProxy, onTrustedSender } = this.#options;
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
    const forwardedFor = headers.get("x-forwarded-for");
    const address = findClientAddress(remoteAddress, forwardedFor, config.trustedProxies);
    const { allowedOrigins, requiresOrigin } = config;
    const isTls = isTlsRequest(address, headers);
    if (!isOriginAllowed(headers.get("origin"), hosts, { allowedOrigins, requiresOrigin, isTls })) {
      counters.countRefused("origin-refused");
      return createErrorResponse(403, { code: "origin-refused", message: "Pages of this origin may not connect here" });
    }
    if (isForgottenProxy(remoteAddress, forwardedFor, config.trustedProxies)) onForgottenProxy(remoteAddress);
    if (isSenderTrusted(remoteAddress, forwardedFor, config.trustedProxies)) onTrustedSender(remoteAddress);
    const share = limits.openSocket(address);
    if ("retryAfterMs" in share) {
      counters.countRefused("rate-limited");
      return createLimitResponse(share.retryAfterMs);
    }
    return this.#upgrade(request, { host, hosts, share });
  }

  /**
   * Upgrades the connection in the next turn of the event loop, unless it is known by then to be reset: a 101 that
   * cannot be sent leaves a descriptor with the runtime for good, and no event.
   */
  async #upgrade(request: Request, own: Omit<Own, "socket">): Promise<Response> {
    const { signal } = request;
    await new Promise<void>((resolve) => setImmediate(resolve));
    if (signal.aborted) {
      own.share.release();
      return createGoneResponse();
    }
    try {
      const { socket, response } = Deno.upgradeWebSocket(request, { idleTimeout: 0 });
      new SocketEvents({ ...own, socket }, this.#socketContext);
      return response;
    } catch (error) {
      own.share.release();
      if (!(error instanceof TypeError)) throw error;
      return createTextResponse(400, "Cannot open a WebSocket: the handshake is incomplete.");
    }
  }

  #start(own: Own, events: SocketEvents): Session {
    const session = new Session(this.#context, own);
    this.#options.sessions.add(session);
    this.#events.set(session, events);
    return session;
  }

  #handleClosed(session: Session): void {
    this.#options.sessions.delete(session);
    this.#events.get(session)?.handleSessionClosed();
    this.#events.delete(session);
  }
}
