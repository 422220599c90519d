/** Plain answers of the server: text for people, and for programs the same object as in the socket's `error`. */

/** What `error` says on the socket, in a refusal of its handshake; see PROTOCOL.md. */
interface HandshakeError {
  readonly code: "origin-refused" | "rate-limited" | "server-full";
  readonly message: string;
  readonly retryAfterMs?: number;
}

export function createTextResponse(status: number, text: string, headers: Record<string, string> = {}): Response {
  return new Response(`${text}\n`, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store", ...headers },
  });
}

export function createErrorResponse(
  status: number,
  error: HandshakeError,
  headers: Record<string, string> = {},
): Response {
  const text = JSON.stringify({ type: "error", ...error });
  return createTextResponse(status, text, { "content-type": "application/json", ...headers });
}
