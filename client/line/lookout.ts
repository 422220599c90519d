/**
 * Keeps a vigil over one call for its line: reports what was heard from whom, asks when the vigil says so, and turns
 * the outcome into events of the call. `vigil.ts` decides what all that means.
 */

import type { SealedMessage, TabId } from "../../signaling/protocol.ts";
import type { CallEvent, CallMessage } from "../call/call.ts";
import { Vigil, type VigilOutput } from "./vigil.ts";

export type LookoutOptions = {
  /** The remote peer has placed the call. */
  readonly isAnswering: boolean;
  readonly now: () => number;
  /** How long ago the server was heard, in milliseconds; `Infinity` while there is no socket. */
  readonly serverHeardAgoMs: () => number;
  /** Whether the other end is heard by the connection that there is. */
  readonly isHeard: () => boolean;
  /** Asks the tab that has the call whether it still has it. */
  readonly ask: (askedTabId: TabId) => void;
  readonly event: (event: CallEvent) => void;
  /** The path is in doubt, and so may be the socket. */
  readonly doubt: () => void;
};

export class Lookout {
  readonly #options: LookoutOptions;
  readonly #vigil: Vigil;
  #remoteTabId: TabId | null = null;

  constructor(options: LookoutOptions) {
    this.#options = options;
    this.#vigil = new Vigil(options.isAnswering ? "ringing" : "calling", options.now());
  }

  /** The call belongs to this tab of the peer: for who rings from the start, for who calls when it is accepted. */
  bind(remoteTabId: TabId): void {
    this.#remoteTabId = remoteTabId;
    if (!this.#options.isAnswering) this.#vigil.enter("joining", this.#options.now());
  }

  handleSent(message: CallMessage): void {
    const isAcceptance = message.type === "video-offer-response" && message.accepted;
    if (isAcceptance) this.#vigil.enter("joining", this.#options.now());
  }

  /** The call has its first connection. */
  handleOpened(): void {
    this.#vigil.enter("talking", this.#options.now());
  }

  handleMessage({ type, tabId, mayRejoin }: SealedMessage): void {
    const isOwn = tabId === this.#remoteTabId;
    if (type === "no-call") {
      // Between two looks at the clock the path may have come back, and then nobody on the way may end the call.
      if (this.#options.isHeard()) return;
      if (mayRejoin === true) this.#options.event({ type: "peer-closed" });
      else this.#report(this.#vigil.handleDenied({ isOwn }));
      return;
    }
    if (isOwn || this.#remoteTabId === null) this.#report(this.#vigil.handleHeard(this.#options.now()));
  }

  handleAbsent(): void {
    this.#report(this.#vigil.handleAbsent());
  }

  handleRegistered(): void {
    if (!this.#options.isHeard()) this.#report(this.#vigil.handleRegistered(this.#options.now()));
  }

  tick(): void {
    const nowMs = this.#options.now();
    const outputs = this.#options.isHeard()
      ? this.#vigil.handleHeard(nowMs)
      : this.#vigil.tick(nowMs, this.#options.serverHeardAgoMs());
    this.#report(outputs);
  }

  #report(outputs: readonly VigilOutput[]): void {
    const { ask, doubt, event } = this.#options;
    for (const output of outputs) {
      if (output !== "ask") {
        event({ type: `peer-${output}` });
        continue;
      }
      if (this.#remoteTabId !== null) ask(this.#remoteTabId);
      doubt(); // By the next time it must be known whether the server is heard.
    }
  }
}
