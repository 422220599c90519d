/**
 * Plain answers of the server: a sentence for people and, for programs, the same object as in the socket's `error`.
 * Among them are all the answers for clients that get no socket.
 */

import type { LimitRefusal, OriginRefusal, RefusalCode, RefusalReason } from "../protocol.ts";

/** What `error` says on the socket, in a refusal of its handshake; see PROTOCOL.md. */
interface HandshakeError {
  readonly code: RefusalCode;
  readonly message: string;
  readonly reason?: RefusalReason | undefined;
  readonly retryAfterMs?: number;
}

/** How soon to look again whether there is memory, in seconds. */
const MEMORY_RETRY_SECONDS = 5;

export function createTextResponse(status: number, text: string, headers: Record<string, string> = {}): Response {
  return new Response(`${text}\n`, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store", ...headers },
  });
}

function createErrorResponse(status: number, error: HandshakeError, headers: Record<string, string> = {}): Response {
  const text = JSON.stringify({ type: "error", ...error });
  return createTextResponse(status, text, { "content-type": "application/json", ...headers });
}

/** Refuses what only another instance, or this one's successor, can do; either may be there at once. */
export function createDrainingResponse(): Response {
  const message = "This server is stopping: try again";
  return createErrorResponse(503, { code: "server-stopping", message }, { "retry-after": "1" });
}

/** Refuses what another instance may have the memory for, or this one soon. */
export function createFullResponse(): Response {
  const headers = { "retry-after": String(MEMORY_RETRY_SECONDS) };
  return createErrorResponse(503, { code: "server-full", message: "This server has no memory left for more" }, headers);
}

export function createOriginResponse(reason: OriginRefusal): Response {
  const message = "Pages of this origin may not connect here";
  return createErrorResponse(403, { code: "origin-refused", message, reason });
}

export function createLimitResponse(reason: LimitRefusal, retryAfterMs: number): Response {
  const headers = { "retry-after": String(Math.ceil(retryAfterMs / 1_000)) };
  const message = "Too many sockets are open, or were opened lately, from this address";
  return createErrorResponse(429, { code: "rate-limited", message, reason, retryAfterMs }, headers);
}

/** Asks for a WebSocket (RFC 9110 §15.5.22, RFC 6455 §4.4): nothing else stands against one. */
export function createUpgradeResponse(reason?: "upgrade-lost"): Response {
  const headers = { upgrade: "websocket", connection: "upgrade", "sec-websocket-version": "13" };
  const message = "This address speaks WebSocket: connect to it with a WebSocket client";
  return createErrorResponse(426, { code: "upgrade-required", message, reason }, headers);
}
