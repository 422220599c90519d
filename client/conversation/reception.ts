/**
 * Where messages of other people come in: each goes to the line of its call, or to the door before all calls if there is no
 * such call. From there it goes one way, and no part sees it twice:
 *
 *   reception ─► front door (an offer: is its proof right?) ─┐
 *       └──────────────────────────────────────────────────► line ─► channel (its turn) ─► proof gate ─► calls ─► the rules
 */

import type { PeerId, SealedMessage } from "../../signaling/protocol.ts";
import type { FrontDoor } from "../admission/front_door.ts";
import type { RecentCalls } from "../kept/recent_calls.ts";
import type { CallLines } from "./call_lines.ts";

export type ReceptionOptions = {
  readonly lines: CallLines;
  readonly door: FrontDoor;
  /** The ID that this page is registered under; null before it is. */
  readonly localPeerId: () => PeerId | null;
  readonly recentCalls: Pick<RecentCalls, "forget" | "drop">;
};

export class Reception {
  /** Takes what is said to leave a message; null until somebody does, and then it comes again. */
  takeNote: ((message: SealedMessage) => void) | null = null;
  readonly #options: ReceptionOptions;

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
}
