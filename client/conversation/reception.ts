/**
 * Where messages of other people come in, and what the server says of those to them: each goes to the line of its call, or to the door before all calls if there is no
 * such call. From there it goes one way, and no part sees it twice:
 *
 *   reception ─► front door (an offer: is its proof right?) ─┐
 *       └──────────────────────────────────────────────────► line ─► channel (its turn) ─► proof gate ─► calls ─► the rules
 */

import type { CallId, PeerId, SealedMessage } from "../../signaling/protocol.ts";
import type { FrontDoor } from "../admission/front_door.ts";
import type { CallEvent } from "../call/call.ts";
import type { RecentCalls } from "../kept/recent_calls.ts";
import { type Refused, whyUndelivered } from "../line/undelivered.ts";
import type { CallLines } from "./call_lines.ts";

export type ReceptionOptions = {
  readonly lines: CallLines;
  readonly door: FrontDoor;
  /** The ID that this page is registered under; null before it is. */
  readonly localPeerId: () => PeerId | null;
  readonly recentCalls: Pick<RecentCalls, "forget" | "drop">;
  readonly dispatch: (callId: CallId, event: CallEvent) => void;
};

export class Reception {
  /** Takes what is said to leave a message; null until somebody does, and then it comes again. */
  takeNote: ((message: SealedMessage) => void) | null = null;
  readonly #options: ReceptionOptions;
  /** The call whose other end is known to be away, and is being told of it by another way. */
  #awaited: CallId | null = null;

  constructor(options: ReceptionOptions) {
    this.#options = options;
  }

  receive(message: SealedMessage): void {
    const { lines, door, localPeerId, recentCalls } = this.#options;
    if (message.clientId !== localPeerId()) return;
    if (message.type === "note") return this.takeNote?.(message);
    const line = lines.get(message.callId);
    if (line !== undefined) line.receive(message);
    else if (message.type === "call-query") door.receiveQuery(message);
    else if (!lines.isOver(message.callId)) door.receive(message);
    // Nor does this page go on with a call that the other end has left for good.
    if (line === undefined && message.type === "hang-up" && message["reason"] !== "closed") {
      recentCalls.drop(message.callId, message.id);
    }
    // Once both ends know that a call is over, whoever asks after it looks for somebody.
    if (line?.isClosed && !line.hasUnsaid) recentCalls.forget(message.callId);
  }

  /** Has a call ring for so long from now on, whoever is there, or with 0 no more: its other end is told by another way. */
  prolong(callId: CallId, ms: number): void {
    this.#awaited = callId;
    this.#options.lines.get(callId)?.timers.start("ring", ms);
  }

  /** The server has refused a message, of a call or of none. */
  handleRefused({ code, callId }: Refused): void {
    const why = whyUndelivered(code);
    if (why === null || callId === undefined) return console.warn(`The server refused a message: ${code}`);
    const isAwaited = why === "peer-unavailable" && callId === this.#awaited;
    // Then it says no more than that there is no word on them yet.
    this.#options.lines.get(callId)?.handleUndelivered(isAwaited ? "unavailable" : why);
    if (why === "rate-limited") this.#options.dispatch(callId, { type: "held-back" });
  }
}
