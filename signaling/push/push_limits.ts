/**
 * How much the forwarder posts, whoever asks: to one endpoint, and in all. Pure but for the clock that it is handed.
 *
 * An endpoint is known by a hash under a key that ends with the process, and only until its bucket is full again: a
 * minute. So of whom was rung nothing is left that could be read.
 */

import { encodeBase64Url } from "../protocol.ts";
import { TokenBucket } from "../protocol/token_bucket.ts";

const MINUTE_MS = 60_000;
/** To one endpoint in a minute. */
export const ENDPOINT_PUSHES_MAX = 6;
/** In all, in a second. */
export const PUSHES_PER_SECOND_MAX = 50;
/** That wait for an answer. */
export const PUSHES_WAITING_MAX = 64;
/** What to say when all of those wait, in milliseconds. */
const WAITING_RETRY_MS = 1_000;

const PER_ENDPOINT = { capacity: ENDPOINT_PUSHES_MAX, perMs: ENDPOINT_PUSHES_MAX / MINUTE_MS };
const IN_ALL = { capacity: PUSHES_PER_SECOND_MAX, perMs: PUSHES_PER_SECOND_MAX / 1_000 };

export class PushLimits {
  readonly #now: () => number;
  readonly #key = crypto.subtle.generateKey({ name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  readonly #all: TokenBucket;
  /** By hash, what was used last at the end. */
  readonly #endpoints = new Map<string, TokenBucket>();
  #waitingCount = 0;

  constructor(now: () => number) {
    this.#now = now;
    this.#all = new TokenBucket(IN_ALL, now());
  }

  /** Endpoints that are known now. */
  get endpointCount(): number {
    this.#forget();
    return this.#endpoints.size;
  }

  /** Counts one push and returns 0, after which `release()` is due; or how many milliseconds to wait. */
  async take(endpoint: string): Promise<number> {
    const hash = await this.#hash(endpoint);
    const nowMs = this.#now();
    this.#forget();
    if (this.#waitingCount >= PUSHES_WAITING_MAX) return WAITING_RETRY_MS;
    const bucket = this.#endpoints.get(hash) ?? new TokenBucket(PER_ENDPOINT, nowMs);
    const waitMs = Math.max(bucket.wait(nowMs), this.#all.wait(nowMs));
    if (waitMs > 0) return waitMs;
    bucket.take(nowMs);
    this.#all.take(nowMs);
    this.#endpoints.delete(hash);
    this.#endpoints.set(hash, bucket);
    this.#waitingCount += 1;
    return 0;
  }

  release(): void {
    this.#waitingCount -= 1;
  }

  /** Lets those go whose bucket is full, so that there are never more than a minute lets through, some 3,000. */
  #forget(): void {
    const nowMs = this.#now();
    for (const [hash, bucket] of this.#endpoints) {
      if (bucket.isFull(nowMs)) this.#endpoints.delete(hash);
    }
  }

  async #hash(endpoint: string): Promise<string> {
    const bytes = await crypto.subtle.sign("HMAC", await this.#key, new TextEncoder().encode(endpoint));
    return encodeBase64Url(new Uint8Array(bytes, 0, 12));
  }
}
