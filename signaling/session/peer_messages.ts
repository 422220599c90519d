/**
 * The messages of one session to other peers, and theirs to it: which of them go on, and what the senders are told.
 *
 * Only a caller hears that nobody is there. Anything else gets no answer either way, so that nobody can be probed for
 * in silence. A session makes one with its first message, and keeps the socket and its closing to itself.
 */

import type { Share } from "../limits/address_limits.ts";
import type { Origin, Receipt } from "../bus/bus.ts";
import { Correspondents, type DropReason } from "../limits/correspondents.ts";
import { type CallId, encodeMessage, isCallId, type PeerEnvelope, type PeerId } from "../protocol.ts";
import type { SendBuffer } from "./send_buffer.ts";
import type { SessionContext } from "./session_context.ts";

/** What an error names of a message that reached nobody. */
type About = { readonly clientId: PeerId; readonly callId?: CallId };

function nameOf({ clientId, callId }: PeerEnvelope): About {
  return isCallId(callId) ? { clientId, callId } : { clientId };
}

/** How the session answers. */
interface Answers {
  send(text: string): void;
  /** Closes the socket, which goes on too fast. */
  limit(what: string, retryAfterMs: number): void;
}

type Context = Pick<SessionContext<unknown>, "counters" | "router" | "pairBudgets">;

export class PeerMessages {
  readonly #context: Context;
  readonly #share: Share;
  readonly #buffer: SendBuffer;
  readonly #answers: Answers;
  readonly #correspondents: Correspondents;

  constructor(context: Context, share: Share, buffer: SendBuffer, answers: Answers) {
    this.#context = context;
    this.#share = share;
    this.#buffer = buffer;
    this.#answers = answers;
    this.#correspondents = new Correspondents(context.pairBudgets, share);
  }

  /** Tells whether the session may have `text` of `sender`, or it is over a budget. */
  mayHear(sender: PeerId, origin: Origin, text: string): boolean {
    if (this.#correspondents.hear(sender, origin, text.length, this.#buffer)) return true;
    this.#context.counters.countDropped("recipient");
    return false;
  }

  /** Forwards the text as it came: it was parsed to read the envelope, and is never encoded again. */
  relay(message: PeerEnvelope, text: string): void | Promise<void> {
    const { counters, router } = this.#context;
    const isOffer = message.type === "video-offer-request";
    const dropped = this.#correspondents.send(message, text.length);
    if (dropped !== null) return this.#drop(dropped, isOffer ? nameOf(message) : null);
    const startedAtMs = counters.countRelayed(message.type);
    const receipt = router.route(message.clientId, text, message.id, this.#correspondents.origin);
    if (typeof receipt === "object") return this.#finishLate(receipt, startedAtMs, isOffer ? nameOf(message) : null);
    // Most messages end here, in the turn of the event loop in which they came.
    counters.finishRelayed(startedAtMs);
    if (isOffer) this.#tellUndelivered(receipt, nameOf(message));
  }

  /** Keeps nothing of a message that may be long and of which there may be many: only what an error would name. */
  async #finishLate(receipt: Promise<Receipt>, startedAtMs: number | null, about: About | null): Promise<void> {
    const late = await receipt;
    this.#context.counters.finishRelayed(startedAtMs);
    if (about !== null) this.#tellUndelivered(late, about);
  }

  /** Says so to who calls, and to nobody else: a page repeats what is not acknowledged. */
  #drop(reason: DropReason, about: About | null): void {
    const { counters } = this.#context;
    counters.countDropped(reason);
    if (about === null) return;
    counters.countRefused("rate-limited");
    const message = "Cannot relay message: too many go to this ID from this address";
    this.#answers.send(encodeMessage({ type: "error", code: "rate-limited", message, ...about }));
  }

  #tellUndelivered(receipt: Receipt, about: About): void {
    if (receipt === "unavailable") {
      this.#context.counters.countRefused("unavailable");
      const message = "Cannot tell whether anybody has this ID right now: try again";
      return this.#answers.send(encodeMessage({ type: "error", code: "unavailable", message, ...about }));
    }
    if (receipt > 0) return;
    const waitMs = this.#share.takeMiss(about.clientId);
    if (waitMs > 0) return this.#answers.limit("calls to IDs that nobody has", waitMs);
    this.#context.counters.countRefused("peer-unavailable");
    const message = "Nobody has this ID right now";
    this.#answers.send(encodeMessage({ type: "error", code: "peer-unavailable", message, ...about }));
  }
}
