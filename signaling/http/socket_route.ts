/**
 * The socket's handshake: decides who may open one and makes its session; `socket_events.ts` passes on its events.
 *
 *   stopping or out of memory 503 → incomplete 400 → a foreign page 403 → too many 429 → 101
 *
 * A refusal costs one plain answer and no socket. Browsers hide that answer from their pages, so a page may ask by a
 * plain request what a handshake would get: the same refusal, or 426 if nothing stands in its way. The session knows
 * what messages mean. Called by `http.ts`.
 */

import { setImmediate } from "node:timers";
import type { AddressLimits } from "../limits/address_limits.ts";
import {
  type ClientAddress,
  findClientAddress,
  isForgottenProxy,
  isSenderTrusted,
  isTlsRequest,
} from "../address/client_address.ts";
import type { Config } from "../config/config.ts";
import type { Counters } from "../monitoring/counters.ts";
import type { Deadlines } from "../session/deadlines.ts";
import type { OfferIceServers } from "../ice/ice_servers.ts";
import type { Log } from "../monitoring/log.ts";
import type { OpenSessions } from "../session/open_sessions.ts";
import { LostUpgrades } from "./lost_upgrades.ts";
import { findOriginRefusal } from "./origin_check.ts";
import { PairBudgets } from "../limits/pair_budgets.ts";
import type { OriginRefusal } from "../protocol.ts";
import type { SendPush } from "../push/push_requests.ts";
import type { Relay } from "../session/relay.ts";
import type { OnRefused } from "./refusal_warnings.ts";
import {
  createDrainingResponse,
  createFullResponse,
  createLimitResponse,
  createOriginResponse,
  createTextResponse,
  createUpgradeResponse,
} from "./responses.ts";
import { Session } from "../session/session.ts";
import type { SessionContext } from "../session/session_context.ts";
import { type Own, type SocketContext, SocketEvents } from "./socket_events.ts";

/**
 * Turns of the event loop in which a handshake waits for word of its reset. Of 110 at once, one turn missed some in 3 of 16
 * runs on a machine with too much to do, and four in none of 10.
 */
const UPGRADE_TURNS = 4;

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
  /** Posts to push services; null where nothing does. */
  readonly sendPush: SendPush | null;
  readonly log: Log;
  /** Called with the address of each proxy that passes people on without being trusted: they all count as one. */
  readonly onForgottenProxy: (address: string) => void;
  /** Called with the address of each proxy whose block of trusted ones has somebody else in it, who came through it. */
  readonly onTrustedSender: (address: string) => void;
  /** Called each time a socket is refused, for what the operator can do about it. */
  readonly onRefused: OnRefused;
  /** Called for each socket whose connection was lost in the handshake, without an event. */
  readonly onLost: () => void;
  /** Whether the process has too little memory left for another socket. */
  readonly memory: { readonly isFull: boolean };
}

const WEB_SOCKET_VERSION = "13";
/** Base64 of 16 bytes (RFC 6455 §4.1). */
const WEB_SOCKET_KEY = /^[A-Za-z0-9+/]{22}==$/;
/** The option among those of the connection (RFC 9110 §7.8). */
const CONNECTION_UPGRADE = /(?:^|[\s,])upgrade(?:$|[\s,])/i;

function createIncompleteResponse(): Response {
  return createTextResponse(400, "Cannot open a WebSocket: the handshake is incomplete.");
}

/** To nobody: the connection is reset already. */
function createGoneResponse(): Response {
  return createTextResponse(400, "The connection was closed before it was answered.");
}

export class SocketRoute {
  readonly #options: SocketRouteOptions;
  readonly #context: SessionContext<Session>;
  readonly #socketContext: SocketContext;
  readonly #lostUpgrades = new LostUpgrades();
  /** Of each session that is not over. */
  readonly #events = new Map<Session, SocketEvents>();

  constructor(options: SocketRouteOptions) {
    const { config, relay, deadlines, closings, offerIceServers, counters, log, onLost, limits, sendPush } = options;
    const announced = { ...limits.announced, ...(sendPush !== null && { push: true }) };
    const pairBudgets = new PairBudgets(config.limits, () => performance.now());
    const onClosed = (session: Session) => this.#handleClosed(session);
    this.#options = options;
    const onOtherHost = (hosts: readonly string[]) =>
      options.onRefused("other-host", { origin: null, host: hosts[0] ?? null });
    const shared = { pairBudgets, deadlines, offerIceServers, announced, sendPush, counters, onClosed, onOtherHost };
    this.#context = { router: relay, clock: globalThis, ...shared };
    const start = (own: Own, events: SocketEvents) => this.#start(own, events);
    this.#socketContext = { opening: deadlines, closing: closings, counters, log, onLost, start };
  }

  /** Answers a request for the socket, which came from `remoteAddress`; see PROTOCOL.md for what follows. */
  open(request: Request, remoteAddress: string): Response | Promise<Response> {
    const { config, limits, counters, onForgottenProxy, onTrustedSender, onRefused } = this.#options;
    const { headers } = request;
    const forwardedFor = headers.get("x-forwarded-for");
    const address = findClientAddress(remoteAddress, forwardedFor, config.trustedProxies);
    const isWebSocket = headers.get("upgrade")?.toLowerCase() === "websocket" && request.method === "GET";
    if (!isWebSocket || headers.get("sec-websocket-version") !== WEB_SOCKET_VERSION) {
      if (!isWebSocket && headers.has("sec-websocket-key")) return this.#handleLostUpgrade(address);
      return this.#explain(request, address);
    }
    const refusal = this.#refuseNow();
    if (refusal !== null) return refusal;
    if (!WEB_SOCKET_KEY.test(headers.get("sec-websocket-key") ?? "")) return createIncompleteResponse();
    if (!CONNECTION_UPGRADE.test(headers.get("connection") ?? "")) return this.#handleLostUpgrade(address);
    const origin = headers.get("origin");
    const foreign = this.#findForeign(origin, request, address);
    if (foreign !== null) {
      counters.countRefused("origin-refused");
      onRefused(foreign, { origin, host: headers.get("host") });
      return createOriginResponse(foreign);
    }
    if (isForgottenProxy(remoteAddress, forwardedFor, config.trustedProxies)) onForgottenProxy(remoteAddress);
    if (isSenderTrusted(remoteAddress, forwardedFor, config.trustedProxies)) onTrustedSender(remoteAddress);
    const share = limits.openSocket(address);
    if ("retryAfterMs" in share) {
      counters.countRefused("rate-limited");
      onRefused(share.reason);
      return createLimitResponse(share.reason, share.retryAfterMs);
    }
    const host = headers.get("host")?.toLowerCase();
    const hosts = config.publicHosts.length > 0 ? config.publicHosts : host === undefined ? [] : [host];
    this.#lostUpgrades.delete(address.name);
    return this.#upgrade(request, { host, hosts, share });
  }

  /** Refuses whoever it is while there can be no further socket. */
  #refuseNow({ isCounted } = { isCounted: true }): Response | null {
    const { sessions, memory, counters } = this.#options;
    if (sessions.isDraining) return createDrainingResponse();
    if (!memory.isFull) return null;
    if (isCounted) counters.countRefused("server-full");
    return createFullResponse();
  }

  #findForeign(origin: string | null, request: Request, address: { isProxied: boolean }): OriginRefusal | null {
    const { config } = this.#options;
    const { headers, url } = request;
    // HTTP/2 names the host outside of the headers (RFC 9113 §8.3.1); a handshake is HTTP/1.1.
    const host = headers.get("host")?.toLowerCase() ?? URL.parse(url)?.host;
    const isTls = config.tls !== null || isTlsRequest(address, headers);
    return findOriginRefusal(origin, { ...config, host, isTls });
  }

  /** A handshake came as a plain request: who passed it on has kept what makes it one. */
  #handleLostUpgrade(address: ClientAddress): Response {
    this.#lostUpgrades.add(address.name);
    this.#options.onRefused("upgrade-lost");
    return createUpgradeResponse("upgrade-lost");
  }

  /**
   * Tells what a handshake of the same page and address would get, and counts nothing: who asks has failed already. A
   * page names its origin itself, since browsers put none into a plain request to their own.
   */
  #explain(request: Request, address: ClientAddress & { isProxied: boolean }): Response {
    const origin = request.headers.get("origin") ?? URL.parse(request.url)?.searchParams.get("origin") ?? null;
    const refusal = this.#refuseNow({ isCounted: false });
    if (refusal !== null) return refusal;
    const foreign = this.#findForeign(origin, request, address);
    if (foreign !== null) return createOriginResponse(foreign);
    const limit = this.#options.limits.peek(address);
    if (limit !== null) return createLimitResponse(limit.reason, limit.retryAfterMs);
    return createUpgradeResponse(this.#lostUpgrades.has(address.name) ? "upgrade-lost" : undefined);
  }

  /**
   * Upgrades the connection some turns of the event loop later, unless it is known by then to be reset: a 101 that cannot
   * be sent leaves a descriptor with the runtime for good, and no event.
   */
  async #upgrade(request: Request, own: Omit<Own, "socket">): Promise<Response> {
    const { signal } = request;
    for (let turn = 0; turn < UPGRADE_TURNS && !signal.aborted; turn++) {
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
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
      return createIncompleteResponse();
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
