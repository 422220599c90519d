/**
 * What one session asks to have pushed: who may, how often, and what they hear of it. `session.ts` makes one for the
 * first request.
 *
 * Nothing of a push outlives its answer here, and nothing of it is counted but the result.
 */

import { encodeMessage } from "../protocol.ts";
import type { Push, PushMessage, PushOutcome, PushResult } from "../protocol/push.ts";
import { TokenBucket } from "../protocol/token_bucket.ts";

/** Pushes of one session that may come at once. */
export const SESSION_PUSHES_MAX = 10;
/** One more is given back each time that this has passed, in milliseconds. */
export const SESSION_PUSH_INTERVAL_MS = 10_000;

/** Has a push posted; never rejects. */
export type SendPush = (push: Push) => Promise<PushOutcome>;

/** The part of a session's context that this uses. */
export interface PushContext {
  /** Null where there is no forwarder. */
  readonly sendPush: SendPush | null;
  readonly clock: { readonly performance: Pick<Performance, "now"> };
  readonly counters: { countPush(result: PushResult): void };
}

export class PushRequests {
  readonly #context: PushContext;
  readonly #share: { takePush(): number };
  readonly #send: (text: string) => void;
  readonly #budget: TokenBucket;

  constructor(context: PushContext, share: { takePush(): number }, send: (text: string) => void) {
    this.#context = context;
    this.#share = share;
    this.#send = send;
    const rate = { capacity: SESSION_PUSHES_MAX, perMs: 1 / SESSION_PUSH_INTERVAL_MS };
    this.#budget = new TokenBucket(rate, context.clock.performance.now());
  }

  /** Has it pushed if it may be, and says how that went. @param isProved whether the session has shown a key */
  async handle({ requestId, type: _, ...push }: PushMessage, { isProved }: { isProved: boolean }): Promise<void> {
    const outcome = isProved ? await this.#push(push) : { result: "refused" } as const;
    this.#context.counters.countPush(outcome.result);
    this.#send(encodeMessage({ type: "push-result", requestId, ...outcome }));
  }

  #push(push: Push): PushOutcome | Promise<PushOutcome> {
    const { sendPush, clock } = this.#context;
    if (sendPush === null) return { result: "unavailable" };
    const retryAfterMs = this.#budget.take(clock.performance.now()) || this.#share.takePush();
    return retryAfterMs > 0 ? { result: "limited", retryAfterMs } : sendPush(push);
  }
}
