/**
 * Limits how much each feature of the other end may say in one call, beside the call's own limit. It looks at the
 * envelope only, before a body is parsed and before anything is acknowledged. What is over the limit comes again and is
 * never lost; it holds up what its own end says behind it, and nobody else.
 */

import { rateOf, TokenBucket } from "../../signaling/protocol/token_bucket.ts";
import type { FeatureEntry } from "./feature.ts";

export class FeatureBudgets {
  readonly #features: readonly Pick<FeatureEntry, "name" | "messages">[];
  readonly #buckets = new Map<string, TokenBucket>();

  constructor(features: readonly Pick<FeatureEntry, "name" | "messages">[]) {
    this.#features = features;
  }

  /** Charges for one message of a feature; false if it must be left unread. One that is not known here costs nothing. */
  charge(name: string, nowMs: number): boolean {
    const messages = this.#features.find((feature) => feature.name === name)?.messages;
    if (messages === undefined) return true;
    const bucket = this.#buckets.get(name) ?? new TokenBucket(rateOf(messages), nowMs);
    this.#buckets.set(name, bucket);
    return bucket.take(nowMs) === 0;
  }
}
