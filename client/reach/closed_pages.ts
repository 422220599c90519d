/**
 * What a caller's page does where nobody's page is open at the other end: it has the push services of those who have
 * given their card tell their browsers, and waits for longer. Holds no card and speaks to nobody itself.
 *
 *   nobody is there ──2 s──► telling ──accepted──► told, 75 s ──► rings, since a page was opened
 *                               │                     └──nobody took it──► told that it was missed
 *                               ├──by none──► rings for what is left of the usual time
 *                               └──all are subscribed no more──► given up
 */

import { type CallId, RING_TIMEOUT_MS } from "../../signaling/protocol.ts";
import { attempt } from "../bounds/attempt.ts";
import type { CallView } from "../conversation/call_views.ts";
import type { ReachCard } from "../kept/people/reach_cards.ts";
import type { Told } from "./pusher.ts";
import type { Ring } from "./ring_claim.ts";

/** How long nobody is there before anybody is told, in milliseconds: a page may only be between two sockets. */
export const ABSENT_MS = 2_000;
/** How long it rings once a browser was told, in milliseconds. */
export const PUSHED_RING_MS = 75_000;

export type ClosedPagesOptions = {
  readonly findCall: (callId: CallId) => ReachedCall | undefined;
  /** A card that is still good. */
  readonly findCard: (peerId: ReachCard["id"]) => ReachCard | undefined;
  readonly tell: (call: ReachedCall, card: ReachCard, state: Ring["state"]) => Promise<Told>;
  /** A browser is not subscribed any more. */
  readonly drop: (peerId: ReachCard["id"], endpoint: string) => void;
  /** Has it ring for so long from now on, or be over with 0. */
  readonly prolong: (callId: CallId, ms: number) => void;
  /** What is shown of it has changed. */
  readonly changed: () => void;
};

export type ReachedCall = Pick<
  CallView,
  "callId" | "remotePeerId" | "phase" | "isRinging" | "isPatient" | "isOutgoing" | "connectedAtMs" | "endReason"
>;

type Reached = {
  readonly card: ReachCard;
  readonly absentAtMs: number;
  stage: "absent" | "telling" | "told";
  isOver: boolean;
  timer: ReturnType<typeof setTimeout> | undefined;
};

/** Whether it was ended by somebody who knows of it. */
function isTaken({ connectedAtMs, endReason }: ReachedCall): boolean {
  return connectedAtMs !== null || endReason === "declined" || endReason === "busy";
}

export class ClosedPages {
  readonly #options: ClosedPagesOptions;
  /** Outgoing calls alone, and one is placed at a time. */
  readonly #reached = new Map<CallId, Reached>();

  constructor(options: ClosedPagesOptions) {
    this.#options = options;
  }

  /** How far it is with a call; null where nobody is being told of it. */
  stageOf(callId: CallId): "telling" | "told" | null {
    const stage = this.#reached.get(callId)?.stage;
    return stage === undefined || stage === "absent" ? null : stage;
  }

  /** The server says that nobody is connected whom the call is for. */
  handleAbsent(callId: CallId): void {
    const call = this.#options.findCall(callId);
    if (call === undefined || !this.#isUnanswered(call) || this.#reached.has(callId)) return;
    const card = this.#options.findCard(call.remotePeerId);
    if (card === undefined || card.push.length === 0) return;
    const timer = setTimeout(() => attempt("tell of a call", () => this.#tell(callId)), ABSENT_MS);
    this.#reached.set(callId, { card, absentAtMs: performance.now(), stage: "absent", isOver: false, timer });
  }

  /** Takes the calls as they are now. */
  follow(calls: readonly ReachedCall[]): void {
    for (const [callId, reached] of this.#reached) {
      const call = calls.find((each) => each.callId === callId);
      if (call !== undefined && call.phase === "outgoing") continue;
      reached.isOver = true;
      clearTimeout(reached.timer);
      this.#reached.delete(callId);
      const isMissed = call !== undefined && call.phase === "ended" && !isTaken(call);
      if (reached.stage === "told" && isMissed) attempt("tell that a call was missed", () => this.#miss(call, reached));
    }
  }

  #isUnanswered({ phase, isRinging, isOutgoing }: ReachedCall): boolean {
    return isOutgoing && phase === "outgoing" && !isRinging;
  }

  async #tell(callId: CallId): Promise<void> {
    const { findCall, tell, changed } = this.#options;
    const [call, reached] = [findCall(callId), this.#reached.get(callId)];
    if (call === undefined || reached === undefined) return;
    if (!this.#isUnanswered(call)) return void this.#reached.delete(callId);
    reached.stage = "telling";
    changed();
    this.#prolong(call);
    const told = await tell(call, reached.card, "ringing");
    this.#dropGone(reached, told);
    const now = findCall(callId);
    if (told.isAccepted && !reached.isOver) {
      reached.stage = "told";
      if (now !== undefined) this.#prolong(now);
    } else if (told.isAccepted) {
      if (now !== undefined && !isTaken(now)) await this.#miss(now, reached);
    } else {
      this.#reached.delete(callId);
      if (now !== undefined && this.#isUnanswered(now) && !now.isPatient) {
        // None of its browsers will ever hear of it; else a page may still be opened, as without a card.
        const isHopeless = told.gone.length === reached.card.push.length;
        const restMs = Math.max(0, reached.absentAtMs + RING_TIMEOUT_MS - performance.now());
        this.#options.prolong(callId, isHopeless ? 0 : restMs);
      }
    }
    changed();
  }

  async #miss(call: ReachedCall, reached: Reached): Promise<void> {
    this.#dropGone(reached, await this.#options.tell(call, reached.card, "missed"));
  }

  #dropGone({ card }: Reached, { gone }: Told): void {
    for (const endpoint of gone) this.#options.drop(card.id, endpoint);
  }

  /** A patient caller waits for longer anyway. */
  #prolong({ callId, isPatient }: ReachedCall): void {
    if (!isPatient) this.#options.prolong(callId, PUSHED_RING_MS);
  }
}
