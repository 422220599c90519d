/**
 * A push on the wire: what a client hands the server for a page that nobody has open, and how it went. Part of the
 * protocol; the page parses what it hears where it pushes, so that the first screen pays nothing for it.
 */

import { count, type Guard, type Guarded, is, optional, shape } from "./guards.ts";

export const ENDPOINT_LENGTH_MAX = 2_048;
/** The largest that push services must take (RFC 8030 §7.2), in bytes. */
export const PUSH_BODY_BYTES_MAX = 4_096;
/** How long a call's may wait for its browser: as long as it rings. */
export const URGENT_TTL_SECONDS_MAX = 75;
export const PUSH_TTL_SECONDS_MAX = 7 * 24 * 3_600;

/** How urgent a push is (RFC 8030 §5.3); a call's is `high`. */
const isUrgency = is("high", "normal", "low", "very-low");

export const PUSH_RESULTS = ["accepted", "gone", "limited", "refused", "unavailable"] as const;
export type PushResult = typeof PUSH_RESULTS[number];

function matching(pattern: RegExp): Guard<string> {
  return (value): value is string => typeof value === "string" && pattern.test(value);
}

const isRequestId = matching(/^[\w-]{16,32}$/);
const isTopic = matching(/^[\w-]{1,32}$/);
/** What goes into a header, so that nothing else gets there (RFC 8292 §3; the key is an uncompressed point). */
const isAuthorization = matching(/^(?=.{1,2048}$)vapid t=[\w-]+\.[\w-]+\.[\w-]+, k=[\w-]{87}$/);
/** Nothing that a URL's parser would read otherwise than it stands: no space, no control, no backslash. */
const isEndpoint = matching(new RegExp(`^(?=.{1,${ENDPOINT_LENGTH_MAX}}$)https://[!-\\[\\]-~]+$`));

/** As many letters as the largest body has, and one more than a multiple of four is none's. */
const hasBodyForm = matching(new RegExp(`^[\\w-]{1,${Math.ceil(PUSH_BODY_BYTES_MAX * 4 / 3)}}$`));

function isBody(value: unknown): value is string {
  return hasBodyForm(value) && value.length % 4 !== 1;
}

const isPush = shape({
  endpoint: isEndpoint,
  ttlSeconds: count(),
  urgency: isUrgency,
  topic: optional(isTopic),
  authorization: isAuthorization,
  body: isBody,
});
/** What is to be posted: everything but the name that its client gave it. */
export type Push = Guarded<typeof isPush>;

export type PushMessage = Push & { readonly type: "push"; readonly requestId: string };
/** `retryAfterMs` only of what is `limited`, and only if that is known. */
export interface PushOutcome {
  readonly result: PushResult;
  readonly retryAfterMs?: number;
}

/** Takes all that a push may have out of `value`, and nothing else; null if it is none. */
export function parsePush(value: unknown): Push | null {
  if (!isPush(value)) return null;
  const { endpoint, ttlSeconds, urgency, topic, authorization, body } = value;
  if (ttlSeconds > (urgency === "high" ? URGENT_TTL_SECONDS_MAX : PUSH_TTL_SECONDS_MAX)) return null;
  return { endpoint, ttlSeconds, urgency, ...(topic !== undefined && { topic }), authorization, body };
}

/** Parses what a client says; null if anything of it is malformed or over its bound. */
export function parsePushMessage(message: Readonly<Record<string, unknown>>): PushMessage | null {
  const { requestId } = message;
  const push = parsePush(message);
  return push === null || !isRequestId(requestId) ? null : { type: "push", requestId, ...push };
}

export const isPushOutcome: Guard<PushOutcome> = shape({
  result: is(...PUSH_RESULTS),
  retryAfterMs: optional(count()),
});
