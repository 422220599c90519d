/**
 * Has the server pass pushed messages on, and takes its answers. What it is given to pass on it cannot read. Knows no
 * call and no screen.
 */

import { encodeBase64Url, type PeerId } from "../../signaling/protocol.ts";
import { is, shape, text } from "../../signaling/protocol/guards.ts";
import { isPushOutcome, type PushMessage, type PushResult } from "../../signaling/protocol/push.ts";
import type { PushDevice } from "../kept/people/reach_cards.ts";
import type { Proof } from "../proof/call_proof.ts";
import { encodeRingMessage, type Ring, type RingClaim, topicOf } from "./ring_claim.ts";
import { authorizePush, createOnce, encryptPush } from "./web_push.ts";

/** How long the server may take to answer, in milliseconds; the push service has 5 s of it. */
export const ANSWER_MS_MAX = 8_000;
/** For how long a page's word to a push service is good, in seconds: less than the day that is allowed (RFC 8292 §2). */
const AUTHORIZED_SECONDS = 12 * 3_600;
/** Words to push services that are kept: Apple asks for one an hour at most. */
const AUTHORIZATIONS_MAX = 64;

const isAnswer = shape({ type: is("push-result"), requestId: text(64) });

export type PusherOptions = {
  readonly send: (message: PushMessage) => boolean;
  readonly now: () => number;
  /** The address of the page, which is the callee's too. */
  readonly page: string;
};

/** How long a push service keeps a message for a browser that is away, in seconds: as long as it rings, or a day. */
const TTL_SECONDS = { ringing: 75, missed: 86_400 } as const;

export class Pusher {
  readonly #options: PusherOptions;
  readonly #asked = new Map<string, (result: PushResult) => void>();
  readonly #authorizations = new Map<string, { readonly untilMs: number; readonly text: string }>();

  constructor(options: PusherOptions) {
    this.#options = options;
  }

  /** Takes what the server has said. */
  handleTold(message: unknown): void {
    if (isAnswer(message) && isPushOutcome(message)) this.#asked.get(message.requestId)?.(message.result);
  }

  /** Tells a browser of a call: that it rings, or is over. Rejects where its card is of no use. */
  async push(device: PushDevice, claim: RingClaim, state: Ring["state"], sign: Proof): Promise<PushResult> {
    const { page } = this.#options;
    const body = await encryptPush(encodeRingMessage(claim, sign, { state, page }), device, await createOnce());
    const requestId = encodeBase64Url(crypto.getRandomValues(new Uint8Array(18)));
    const message: PushMessage = {
      type: "push",
      requestId,
      endpoint: device.endpoint,
      ttlSeconds: TTL_SECONDS[state],
      urgency: state === "ringing" ? "high" : "normal",
      topic: await topicOf(claim.callId),
      authorization: await this.#authorize(device),
      body: encodeBase64Url(body),
    };
    return await this.#ask(message);
  }

  #ask(message: PushMessage): Promise<PushResult> {
    return new Promise((resolve) => {
      const finish = (result: PushResult) => {
        clearTimeout(timer);
        this.#asked.delete(message.requestId);
        resolve(result);
      };
      const timer = setTimeout(() => finish("unavailable"), ANSWER_MS_MAX);
      this.#asked.set(message.requestId, finish);
      if (!this.#options.send(message)) finish("unavailable");
    });
  }

  async #authorize({ endpoint, vapid }: PushDevice): Promise<string> {
    const { now, page } = this.#options;
    const aud = new URL(endpoint).origin;
    const key = `${aud} ${vapid.x}`;
    const kept = this.#authorizations.get(key);
    // As the hour before its end is no time to be late.
    if (kept !== undefined && kept.untilMs - 3_600_000 > now()) return kept.text;
    const exp = Math.floor(now() / 1_000) + AUTHORIZED_SECONDS;
    // Some services refuse whoever says no `https:` here.
    const sub = `https://${new URL(page).host}/`;
    const text = await authorizePush(vapid, { aud, exp, sub });
    if (this.#authorizations.size >= AUTHORIZATIONS_MAX) this.#authorizations.clear();
    this.#authorizations.set(key, { untilMs: exp * 1_000, text });
    return text;
  }
}

/** Whose browsers are told, all of them at once: accepted where one takes it. */
export type Told = { readonly isAccepted: boolean; readonly gone: readonly string[] };

/** Tells all browsers of somebody of a call; what fails at one stops no other. */
export async function pushAll(
  pusher: Pusher,
  devices: readonly PushDevice[],
  claim: RingClaim,
  { state, proof }: { readonly state: Ring["state"]; readonly proof: Proof },
): Promise<Told> {
  const results = await Promise.all(devices.map(async (device) => {
    try {
      return await pusher.push(device, claim, state, proof);
    } catch (error) {
      console.warn("Cannot push:", error); // Keys that are none.
      return "gone";
    }
  }));
  return {
    isAccepted: results.includes("accepted"),
    gone: devices.filter((_, index) => results[index] === "gone").map(({ endpoint }) => endpoint),
  };
}

/** What a call is called by in what is signed. */
export function claimOf(
  { callId, remotePeerId }: { readonly callId: RingClaim["callId"]; readonly remotePeerId: PeerId },
  caller: PeerId,
  timeMs: number,
): RingClaim {
  return { callee: remotePeerId, caller, callId, timeMs };
}
