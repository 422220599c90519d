/**
 * The gate before one call. It lets a description through only if it may be applied and its proof stands, and keeps
 * messages in order while it checks. Knows no rule of the call.
 */

import type { PeerMessage } from "../../signaling/protocol.ts";
import { attempt } from "../bounds/attempt.ts";
import { judge, type KnownOfCall, needsProof, type Verdict } from "./claim_check.ts";

/** Messages that may wait while a proof is checked, which takes a millisecond, before no more should be read. */
export const WAITING_MAX = 64;

export type ProofGateOptions = KnownOfCall & {
  /** An offer that was found to be proven before there was a gate. */
  readonly proven?: PeerMessage | undefined;
  /** This end has no key, and so could prove nothing: nobody is believed. */
  readonly isKeyless: () => boolean;
  /** Takes each message in order, with the word on its proof; one that needs none counts as proven. */
  deliver(message: PeerMessage, verdict: Verdict): void;
};

export class ProofGate {
  readonly #options: ProofGateOptions;
  #waiting: PeerMessage[] = [];
  #isChecking = false;

  constructor(options: ProofGateOptions) {
    this.#options = options;
  }

  /** Whether so many wait that no more should be read of the other end, nor acknowledged: nothing is dropped here. */
  get isFull(): boolean {
    return this.#waiting.length >= WAITING_MAX;
  }

  receive(message: PeerMessage): void {
    const isSettled = !needsProof(message) || message === this.#options.proven;
    if (!this.#isChecking && isSettled) return this.#deliver(message, "proven");
    this.#waiting.push(message);
    if (!this.#isChecking) attempt("check a proof", () => this.#check());
  }

  async #judge(message: PeerMessage): Promise<Verdict | null> {
    try {
      return needsProof(message) ? await judge(message, this.#options) : "proven";
    } catch {
      return "unproven"; // What cannot be checked is not proved.
    }
  }

  async #check(): Promise<void> {
    this.#isChecking = true;
    try {
      for (let message = this.#waiting.shift(); message !== undefined; message = this.#waiting.shift()) {
        const [delivered, verdict] = [message, await this.#judge(message)];
        if (verdict !== null) attempt("take a message", () => this.#deliver(delivered, verdict));
      }
    } finally {
      this.#isChecking = false;
    }
  }

  #deliver(message: PeerMessage, verdict: Verdict): void {
    this.#options.deliver(message, this.#options.isKeyless() ? "unproven" : verdict);
  }
}
