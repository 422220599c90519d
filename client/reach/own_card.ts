/**
 * The own reach card: what this browser subscribed with, as it is now, and who has it. Looks after the subscription, which
 * browsers may lose without a word, and makes all of it anew when somebody is no longer to reach the person.
 */

import { encodeBase64Url, type PeerId, type PresenceTopic } from "../../signaling/protocol.ts";
import type { Kept } from "../kept/kept.ts";
import { KNOWN_MAX } from "../kept/people/known_peers.ts";
import { isPushTarget, type OwnReach, type PushTarget, type VapidKey } from "../kept/people/reach_cards.ts";
import type { Proof } from "../proof/call_proof.ts";
import { CARD_LIFE_MS, signCard, type SignedCard } from "./reach_card.ts";
import { createVapidKey, publicVapidKey } from "./web_push.ts";

/** The browser's, as far as it is used (W3C Push API). */
export type Subscriber = Pick<PushManager, "getSubscription" | "subscribe">;

export type OwnCardOptions = {
  readonly own: Pick<Kept<OwnReach>, "value" | "change">;
  readonly topic: Pick<Kept<PresenceTopic | null>, "value" | "change">;
  readonly localPeerId: () => PeerId | null;
  readonly sign: (bytes: Uint8Array<ArrayBuffer>) => Promise<Proof | null>;
  readonly now: () => number;
  /** There is another topic, under which the page is to be found from now on. */
  readonly onTopic: () => void;
  /** Acts on what is stored by then, while other tabs wait: a tab would give up the subscription of another. */
  readonly alone?: <T>(act: () => Promise<T>) => Promise<T>;
};

function randomText(bytes: number): string {
  return encodeBase64Url(crypto.getRandomValues(new Uint8Array(bytes)));
}

export class OwnCard {
  readonly #options: OwnCardOptions;
  /** One after another: each looks at what the one before has left. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: OwnCardOptions) {
    this.#options = options;
  }

  get holders(): readonly PeerId[] {
    return this.#options.own.value.holders;
  }

  /** Which card would be handed over now: it goes up when there is another. */
  get seq(): number {
    return this.#options.own.value.seq;
  }

  /**
   * Subscribes, or makes sure that the browser still is. With null it cannot be pushed to, or is not to be.
   *
   * @returns whether it can be pushed to; rejects where the browser does not subscribe
   */
  keepUp(subscriber: Subscriber | null): Promise<boolean> {
    return this.#nextAlone(async () => {
      const { own } = this.#options;
      if (subscriber === null) {
        if (own.value.target !== null) this.#renew({ target: null });
        return false;
      }
      const vapid = own.value.vapid ?? await createVapidKey();
      const device = own.value.device ?? randomText(12);
      const target = await subscribe(subscriber, vapid);
      const isSame = JSON.stringify(target) === JSON.stringify(own.value.target) && own.value.vapid !== null;
      if (!isSame) this.#renew({ vapid, device, target });
      return true;
    });
  }

  /** Makes the card for somebody, and notes that they have it; null without a key that lasts. */
  card(peerId: PeerId): Promise<{ readonly signed: SignedCard; readonly seq: number } | null> {
    return this.#next(async () => {
      const { own, topic, sign, now, localPeerId } = this.#options;
      if (topic.value === null) this.#changeTopic();
      if (own.value.until < now() + CARD_LIFE_MS / 2) this.#renew({});
      const id = localPeerId();
      const { seq, until, device, vapid, target } = own.value;
      if (id === null || topic.value === null) return null;
      const push = target === null || vapid === null || device === null ? [] : [{ device, ...target, vapid }];
      const signed = await signCard({ id, seq, until, push, presenceTopic: topic.value }, sign);
      if (signed === null) return null;
      if (!own.value.holders.includes(peerId)) {
        own.change((reach) => ({ ...reach, holders: [peerId, ...reach.holders].slice(0, KNOWN_MAX) }));
      }
      return { signed, seq };
    });
  }

  /** Makes all of it anew, so that whoever has the card reaches nobody by it. Those who are to keep it get another. */
  rotate(subscriber: Subscriber | null): Promise<void> {
    return this.#nextAlone(async () => {
      this.#renew({ vapid: null, target: null, holders: [] });
      this.#changeTopic();
      await (await subscriber?.getSubscription())?.unsubscribe();
    });
  }

  #nextAlone<T>(act: () => Promise<T>): Promise<T> {
    const { alone } = this.#options;
    return this.#next(alone === undefined ? act : () => alone(act));
  }

  #next<T>(act: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(act);
    this.#turn = done.catch(() => {}); // Whoever asked is told.
    return done;
  }

  /** Changes what the card says; by the clock too, so that a record that was lost holds nobody to an older one. */
  #renew(change: Partial<OwnReach>): void {
    const nowMs = this.#options.now();
    this.#options.own.change((reach) => ({
      ...reach,
      ...change,
      seq: Math.max(reach.seq + 1, Math.floor(nowMs / 1_000)),
      until: nowMs + CARD_LIFE_MS,
    }));
  }

  #changeTopic(): void {
    const topic = randomText(16) as PresenceTopic;
    this.#options.topic.change(() => topic);
    this.#options.onTopic();
  }
}

/** Gives the subscription by that very key; makes one where there is none, or one by another. */
async function subscribe(subscriber: Subscriber, vapid: VapidKey): Promise<PushTarget> {
  const applicationServerKey = publicVapidKey(vapid);
  let subscription = await subscriber.getSubscription();
  const key = subscription?.options.applicationServerKey;
  if (
    subscription !== null && (!key || encodeBase64Url(new Uint8Array(key)) !== encodeBase64Url(applicationServerKey))
  ) {
    await subscription.unsubscribe();
    subscription = null;
  }
  subscription ??= await subscriber.subscribe({ userVisibleOnly: true, applicationServerKey });
  const { endpoint, keys: { p256dh, auth } = {} } = subscription.toJSON();
  const target = { endpoint, p256dh, auth };
  if (!isPushTarget(target)) throw new Error("Cannot be pushed to: the subscription is of another form");
  return { endpoint: target.endpoint, p256dh: target.p256dh, auth: target.auth };
}
