/**
 * Posts one push (RFC 8030 §5), and says how it went in one word.
 *
 * It speaks HTTP/1.1 by itself, since `fetch` looks a name up once more after anybody has looked at its address: here
 * the address that is checked is the one of the connection that is used, and nothing is sent before. It follows
 * nothing, keeps nothing, and reads of the answer only its head. Called by the forwarder.
 */

import { decodeBase64Url } from "../protocol.ts";
import type { Push, PushOutcome } from "../protocol/push.ts";
import { isPrivateAddress, type PushTarget } from "./push_target.ts";

export const DEADLINE_MS = 5_000;
const HEAD_BYTES_MAX = 8 * 1024;
/** Answers before the answer (RFC 9110 §15.2); nobody asked for any. */
const INTERIM_MAX = 3;
const RETRY_AFTER_SECONDS_MAX = 24 * 3_600;

const UNAVAILABLE: PushOutcome = { result: "unavailable" };
const REFUSED: PushOutcome = { result: "refused" };
const encoder = new TextEncoder();

interface Head {
  readonly status: number;
  readonly retryAfter: string | null;
}

function encodeRequest({ ttlSeconds, urgency, topic, authorization }: Push, target: PushTarget, length: number) {
  const lines = [
    ...[`POST ${target.path} HTTP/1.1`, `Host: ${target.host}`, "Connection: close", `Content-Length: ${length}`],
    ...["Content-Type: application/octet-stream", "Content-Encoding: aes128gcm", `TTL: ${ttlSeconds}`],
    ...[`Urgency: ${urgency}`, ...(topic === undefined ? [] : [`Topic: ${topic}`])],
    `Authorization: ${authorization}`,
  ];
  return encoder.encode(`${lines.join("\r\n")}\r\n\r\n`);
}

/** Parses the head of an answer; null if it is none. */
export function parseHead(text: string): Head | null {
  const status = /^HTTP\/1\.[01] (\d{3})(?: |\r|$)/.exec(text)?.[1];
  if (status === undefined) return null;
  return { status: Number(status), retryAfter: /^retry-after:[ \t]*(.*?)[ \t]*\r?$/im.exec(text)?.[1] ?? null };
}

/** Seconds, or a date (RFC 9110 §10.2.3), as milliseconds from now; null for neither. */
export function parseRetryAfter(text: string | null, nowMs: number): number | null {
  if (text === null || text === "") return null;
  const ms = /^\d{1,9}$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - nowMs;
  return Number.isNaN(ms) ? null : Math.min(Math.max(0, ms), RETRY_AFTER_SECONDS_MAX * 1_000);
}

/** What an answer means to whoever pushed. */
export function judgeAnswer({ status, retryAfter }: Head, nowMs: number): PushOutcome {
  if (status === 200 || status === 201 || status === 202) return { result: "accepted" };
  if (status === 404 || status === 410) return { result: "gone" };
  if ([400, 401, 403, 413].includes(status)) return REFUSED;
  if (status !== 429) return UNAVAILABLE;
  const retryAfterMs = parseRetryAfter(retryAfter, nowMs);
  return { result: "limited", ...(retryAfterMs !== null && { retryAfterMs }) };
}

async function writeAll(connection: Deno.Conn, bytes: Uint8Array): Promise<void> {
  for (let written = 0; written < bytes.length;) written += await connection.write(bytes.subarray(written));
}

/** Reads up to the end of the head, and not further than it must; null if there is none. */
async function readHead(connection: Deno.Conn): Promise<Head | null> {
  const buffer = new Uint8Array(HEAD_BYTES_MAX);
  let [start, length] = [0, 0];
  for (let count = 0; count <= INTERIM_MAX;) {
    const text = new TextDecoder("latin1").decode(buffer.subarray(start, length));
    const end = text.indexOf("\r\n\r\n");
    if (end >= 0) {
      const head = parseHead(text.slice(0, end));
      if (head === null || head.status >= 200) return head;
      start += end + 4;
      count += 1;
      continue;
    }
    if (length === buffer.length) return null;
    const read = await connection.read(buffer.subarray(length));
    if (read === null) return null;
    length += read;
  }
  return null;
}

/** Everything that holds the connection while it is used, so that the deadline can end it wherever it stands. */
class Attempt {
  #connection: Deno.Conn | null = null;
  #isOver = false;

  /** Closes `connection` with the attempt, or at once if that is over. */
  hold<C extends Deno.Conn>(connection: C): C {
    this.#connection = connection;
    if (this.#isOver) this.#close();
    return connection;
  }

  end(): void {
    this.#isOver = true;
    this.#close();
  }

  #close(): void {
    try {
      this.#connection?.close();
    } catch (error) {
      if (!(error instanceof Deno.errors.BadResource)) throw error; // TLS has taken it over, or it is closed.
    }
    this.#connection = null;
  }
}

async function exchange(push: Push, target: PushTarget, attempt: Attempt): Promise<PushOutcome> {
  const { hostname, port, isNamed } = target;
  const tcp = attempt.hold(await Deno.connect({ hostname, port }));
  if (!isNamed && isPrivateAddress(tcp.remoteAddr.hostname)) return REFUSED;
  const tls = attempt.hold(await Deno.startTls(tcp, { hostname, alpnProtocols: ["http/1.1"] }));
  const body = decodeBase64Url(push.body) ?? new Uint8Array();
  await writeAll(tls, encodeRequest(push, target, body.length));
  await writeAll(tls, body);
  const head = await readHead(tls);
  return head === null ? UNAVAILABLE : judgeAnswer(head, Date.now());
}

/** Posts it, and gives up after 5 s. Never rejects. */
export async function postPush(push: Push, target: PushTarget): Promise<PushOutcome> {
  const attempt = new Attempt();
  const late = Promise.withResolvers<PushOutcome>();
  const timer = setTimeout(() => late.resolve(UNAVAILABLE), DEADLINE_MS);
  try {
    return await Promise.race([exchange(push, target, attempt).catch(() => UNAVAILABLE), late.promise]);
  } finally {
    clearTimeout(timer);
    attempt.end();
  }
}
