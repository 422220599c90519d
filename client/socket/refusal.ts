/**
 * Finds out why no socket opens, by a plain request to the server, because browsers hide from a page how its handshake
 * was answered; see "Refused before there is a socket" in PROTOCOL.md.
 *
 * Loads when a socket has failed, because few people ever need it (`refusal_watch.ts`). The connection check uses it too.
 * `words/refusal_words.ts` has the sentence for each cause.
 */

import { parseObject } from "../../signaling/protocol.ts";

/** What the server says of it, and what is found where it says nothing. */
export const REFUSAL_CAUSES = [
  "origin-not-listed",
  "host-not-listed",
  "host-differs",
  "not-https",
  "sockets",
  "handshakes",
  "server-full",
  "server-stopping",
  "upgrade-lost",
  "cut", // nothing stands against a socket, so something on the way does
  "server-away", // a proxy answers in place of the server
  "stranger", // something else answers
  "unreachable",
  "offline", // this device has no network at all
] as const;
export type RefusalCause = typeof REFUSAL_CAUSES[number];

export type Refusal = { readonly cause: RefusalCause; readonly retryAfterMs: number };

const ANSWER_WITHIN_MS = 5_000;
/** Longer than the server ever asks to wait, in milliseconds. */
const RETRY_AFTER_MS_MAX = 600_000;

type Answer = Pick<Response, "status" | "headers" | "text">;

function isCause(value: unknown): value is RefusalCause {
  return (REFUSAL_CAUSES as readonly unknown[]).includes(value);
}

function findCause(status: number, body: Record<string, unknown> | null): RefusalCause {
  const named = [body?.reason, body?.code].find(isCause);
  if (named !== undefined) return named;
  if (body?.code === "upgrade-required") return "cut";
  if (status === 429) return "handshakes"; // A proxy counts too.
  return status >= 502 && status <= 504 ? "server-away" : "stranger";
}

/** Reads what was answered, in milliseconds what is told in seconds there. */
export async function readRefusal({ status, headers, text }: Answer): Promise<Refusal> {
  const body = parseObject(await text());
  const told = Number(body?.retryAfterMs ?? Number(headers.get("retry-after")) * 1_000);
  return { cause: findCause(status, body), retryAfterMs: Math.min(Math.max(0, told || 0), RETRY_AFTER_MS_MAX) };
}

/** Asks at `url`, the socket's own by HTTP. */
export async function askWhyRefused(url: string): Promise<Refusal> {
  try {
    const question = `${url}?origin=${encodeURIComponent(location.origin)}`;
    const response = await fetch(question, {
      cache: "no-store",
      redirect: "manual", // Whoever leads elsewhere is not the server.
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    return await readRefusal({ status: response.status, headers: response.headers, text: () => response.text() });
  } catch {
    // No network, no server, no answer in time.
    return { cause: navigator.onLine === false ? "offline" : "unreachable", retryAfterMs: 0 };
  }
}
