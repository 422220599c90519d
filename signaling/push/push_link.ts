/**
 * The connection between server and forwarder: lines of JSON over TCP, and the proof that both have one secret.
 *
 *   server                                   forwarder
 *     |  <-- connects ------------------------  |   so that the server itself opens no connection
 *     |  --- {"nonce"} ----------------------> |
 *     |  <-- {"proof"} ----------------------- |   HMAC-SHA256 of the nonce under the secret
 *     |  --- {"isWelcome": true} -----------> |
 *     |  --- {"n", "push"} ------------------> |   as often as there is something to post
 *     |  <-- {"n", "outcome"} ---------------- |   in any order
 *
 * It knows nothing of sessions or push services. `push_gate.ts` is the server's end, `forwarder.ts` the other.
 */

import { decodeBase64Url, encodeBase64Url } from "../protocol.ts";
import { anyOf, count, type Guard, is, shape, text } from "../protocol/guards.ts";
import { isPushOutcome, parsePush, type Push, type PushOutcome } from "../protocol/push.ts";

/** A body of 4,096 bytes in base64url, and all that goes with it at its longest. */
const LINE_BYTES_MAX = 16 * 1024;
const NONCE_BYTES = 32;
/** How long either waits for the other's first line, in milliseconds. */
export const PROOF_MS_MAX = 3_000;

export type LinkConnection = Pick<Deno.Conn, "read" | "write" | "close">;

export interface PushTask {
  readonly n: number;
  readonly push: Push;
}

export interface PushReport {
  readonly n: number;
  readonly outcome: PushOutcome;
}

const encoder = new TextEncoder();
const hasNonce = shape({ nonce: text(64) });
const isWelcome = shape({ isWelcome: is(true) });
const hasProof = shape({ proof: text(64) });
const isReport: Guard<PushReport> = shape({ n: count(), outcome: isPushOutcome });
const hasTask = shape({ n: count(), push: anyOf((value): value is object => typeof value === "object") });

function parseLine(line: string | null): unknown {
  if (line === null) return null;
  try {
    return JSON.parse(line);
  } catch {
    return null; // A syntax error says no more than null does.
  }
}

export function parseTask(line: string): PushTask | null {
  const value = parseLine(line);
  const push = hasTask(value) ? parsePush(value.push) : null;
  return push !== null && hasTask(value) ? { n: value.n, push } : null;
}

export function parseReport(line: string): PushReport | null {
  const value = parseLine(line);
  return isReport(value) ? value : null;
}

/**
 * Reads lines. What was read is wiped at once, and no function that waits for more has it in a variable: those stay as
 * they are for as long as it waits, and with them what was posted last.
 */
export class LineReader {
  readonly #connection: LinkConnection;
  readonly #buffer = new Uint8Array(LINE_BYTES_MAX);
  #length = 0;

  constructor(connection: LinkConnection) {
    this.#connection = connection;
  }

  /** Reads one line; null if the connection ends. Throws if it is too long, or as the connection does. */
  async next(): Promise<string | null> {
    let line = this.#take();
    while (line === null && await this.#read()) line = this.#take();
    return line;
  }

  /** Hands all further lines to `handle` until the connection ends. Throws as `next()` does. */
  async each(handle: (line: string) => void): Promise<void> {
    do this.#handOver(handle); while (await this.#read());
  }

  #handOver(handle: (line: string) => void): void {
    for (let line = this.#take(); line !== null; line = this.#take()) handle(line);
  }

  async #read(): Promise<boolean> {
    if (this.#length === this.#buffer.length) throw new Error("Cannot read: a line is too long");
    const count = await this.#connection.read(this.#buffer.subarray(this.#length));
    this.#length += count ?? 0;
    return count !== null;
  }

  #take(): string | null {
    const end = this.#buffer.subarray(0, this.#length).indexOf(10);
    if (end < 0) return null;
    const line = new TextDecoder().decode(this.#buffer.subarray(0, end));
    this.#buffer.copyWithin(0, end + 1, this.#length);
    this.#length -= end + 1;
    this.#buffer.fill(0, this.#length);
    return line;
  }
}

/** Writes objects as lines, one after the other. */
export class LineWriter {
  readonly #connection: LinkConnection;
  #last: Promise<void> = Promise.resolve();

  constructor(connection: LinkConnection) {
    this.#connection = connection;
  }

  /** Resolves when it is written; rejects as the connection does. */
  write(value: unknown): Promise<void> {
    const bytes = encoder.encode(`${JSON.stringify(value)}\n`);
    this.#last = this.#last.then(() => this.#writeAll(bytes));
    return this.#last;
  }

  async #writeAll(bytes: Uint8Array): Promise<void> {
    for (let written = 0; written < bytes.length;) written += await this.#connection.write(bytes.subarray(written));
  }
}

function importSecret(secret: string): Promise<CryptoKey> {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  return crypto.subtle.importKey("raw", encoder.encode(secret), algorithm, false, ["sign", "verify"]);
}

const encodeClaim = (nonce: string): Uint8Array<ArrayBuffer> => encoder.encode(`video-calling/push/1\n${nonce}`);

/** Asks the other end for its proof, and tells whether it stands. */
export async function demandProof(
  secret: string,
  lines: LineReader,
  writer: LineWriter,
): Promise<boolean> {
  const nonce = encodeBase64Url(crypto.getRandomValues(new Uint8Array(NONCE_BYTES)));
  await writer.write({ nonce });
  const answer = parseLine(await lines.next());
  const proof = hasProof(answer) ? decodeBase64Url(answer.proof) : null;
  if (proof === null) return false;
  if (!await crypto.subtle.verify("HMAC", await importSecret(secret), proof, encodeClaim(nonce))) return false;
  await writer.write({ isWelcome: true });
  return true;
}

/** Answers what `demandProof()` asks; tells whether that was enough. */
export async function giveProof(
  secret: string,
  lines: LineReader,
  writer: LineWriter,
): Promise<boolean> {
  const question = parseLine(await lines.next());
  if (!hasNonce(question)) return false;
  const proof = await crypto.subtle.sign("HMAC", await importSecret(secret), encodeClaim(question.nonce));
  await writer.write({ proof: encodeBase64Url(new Uint8Array(proof)) });
  return isWelcome(parseLine(await lines.next()));
}
