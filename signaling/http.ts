/**
 * The server's routes: the socket, the health checks and the page's files, all with the same security headers.
 *
 * It joins each WebSocket to a `Session` and passes the socket's events on; what they mean is the session's. It keeps
 * no state besides the sessions that are open. `server.ts` hands it to `Deno.serve`.
 */

import type { Bus } from "./bus.ts";
import type { Config } from "./config.ts";
import type { OfferIceServers } from "./ice_servers.ts";
import type { OpenSessions } from "./open_sessions.ts";
import type { Relay } from "./relay.ts";
import { Session } from "./session.ts";
import { serveStaticFile, type StaticFiles } from "./static_files.ts";

export interface HandlerOptions {
  readonly config: Config;
  readonly relay: Relay;
  /** Asked whether the other instances can be reached. */
  readonly bus: Pick<Bus, "isReady">;
  readonly files: StaticFiles;
  /** Filled by the handler with each session whose socket is open, registered or not. */
  readonly sessions: OpenSessions;
  readonly offerIceServers: OfferIceServers;
}

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'", // Covers ws: and wss: of the same host (CSP 3 #match-url-to-source-expression).
  "media-src 'self' blob:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const SECURITY_HEADERS = Object.entries({
  "content-security-policy": CONTENT_SECURITY_POLICY,
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(self), microphone=(self), display-capture=(self), autoplay=(self)",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
});

function createTextResponse(status: number, text: string, headers: Record<string, string> = {}): Response {
  return new Response(`${text}\n`, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store", ...headers },
  });
}

/** Refuses what only another instance, or this one's successor, can do; either may be there at once. */
function createDrainingResponse(): Response {
  return createTextResponse(503, "This server is stopping. Try again.", { "retry-after": "1" });
}

/** Answers a request for the socket; see PROTOCOL.md for what follows. */
function openSocket(request: Request, options: HandlerOptions): Response {
  const { config, relay, sessions, offerIceServers } = options;
  if (request.headers.get("upgrade")?.toLowerCase() !== "websocket" || request.method !== "GET") {
    const headers = { upgrade: "websocket", connection: "upgrade" }; // RFC 9110 §15.5.22
    return createTextResponse(426, "This address speaks WebSocket: connect to it with a WebSocket client.", headers);
  }
  if (sessions.isDraining) return createDrainingResponse();
  const host = request.headers.get("host")?.toLowerCase();
  const hosts = config.publicHosts.length > 0 ? config.publicHosts : host === undefined ? [] : [host];
  let upgrade: Deno.WebSocketUpgrade;
  try {
    upgrade = Deno.upgradeWebSocket(request, { idleTimeout: 0 });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return createTextResponse(400, "Cannot open a WebSocket: the handshake is incomplete.");
  }
  const { socket, response } = upgrade;
  socket.binaryType = "arraybuffer";
  socket.onopen = () => {
    const onClosed = (closed: Session) => sessions.delete(closed);
    const session = new Session({
      socket,
      router: relay,
      clock: globalThis,
      hosts,
      offerIceServers: () => offerIceServers(host),
      onClosed,
    });
    sessions.add(session);
    socket.onmessage = async ({ data }) => {
      try {
        await session.handle(data);
      } catch (error) {
        console.error("Cannot handle a message:", error); // A defect of ours; it must not take the others down.
        session.goAway();
      }
    };
    socket.onclose = () => session.handleClosed();
    socket.onerror = () => session.handleClosed();
  };
  return response;
}

function route(request: Request, options: HandlerOptions): Response {
  if (request.method !== "GET" && request.method !== "HEAD") {
    return createTextResponse(405, "Only GET and HEAD are answered here.", { allow: "GET, HEAD" });
  }
  const url = URL.parse(request.url); // Deno builds it from the Host header, which may hold anything.
  if (url === null) return createTextResponse(400, "Cannot read the request: its Host header is no host.");
  if (url.pathname === "/socket") return openSocket(request, options);
  if (url.pathname === "/healthz") return createTextResponse(200, "ok"); // The process works, also while it drains.
  if (url.pathname === "/readyz") {
    if (options.sessions.isDraining) return createDrainingResponse();
    return options.bus.isReady
      ? createTextResponse(200, "ready")
      : createTextResponse(503, "Redis is away: only calls within this instance work.", { "retry-after": "1" });
  }
  return serveStaticFile(options.files, url.pathname, request) ??
    createTextResponse(404, "There is nothing at this address.");
}

/** Creates the function that answers every request of the server. */
export function createHandler(options: HandlerOptions): (request: Request) => Response {
  return (request) => {
    const response = route(request, options);
    for (const [name, value] of SECURITY_HEADERS) response.headers.set(name, value);
    return response;
  };
}
