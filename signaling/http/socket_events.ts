/**
 * One WebSocket of the runtime: passes its events to a session once it is open, and returns its place when it is gone.
 *
 *   opening ──open──► open ──we close it──► closing ──close──► gone
 *      │                └──────close or error──────────────────▲
 *      └── nothing in 5 s ──► lost                  closing ── nothing in 20 min ──► its place goes back
 *
 * The runtime promises no event. A connection that is reset during its handshake never opens and never closes, and one
 * that we close may have nobody left to answer. So every wait for an event has a deadline as well. `socket_route.ts`
 * makes one object for each socket; the session knows what messages mean.
 */

import type { SocketShare } from "../limits/address_limits.ts";
import type { Counters } from "../monitoring/counters.ts";
import type { Deadlines, Waiting } from "../session/deadlines.ts";
import type { Log } from "../monitoring/log.ts";
import { CLOSE } from "../protocol.ts";
import type { Session } from "../session/session.ts";
import type { SessionOptions } from "../session/session_context.ts";

/**
 * How long a socket that we closed keeps its place, in milliseconds: it may pin memory until its other end lets go. A
 * system gives up on a connection that does not answer after 16 minutes; what is there longer is kept on purpose, or
 * its other end is gone without a trace, and must not keep those out who have its address now.
 */
export const CLOSING_MS_MAX = 20 * 60_000;

/** The part of a WebSocket that is used here. */
export type EventSocket =
  & Pick<WebSocket, "addEventListener" | "binaryType" | "bufferedAmount">
  & SessionOptions["socket"];
export type Own = Omit<SessionOptions, "socket"> & { readonly socket: EventSocket; readonly share: SocketShare };

/** What all sockets of a server have in common. */
export interface SocketContext {
  /** Which they wait in until they open. */
  readonly opening: Deadlines;
  /** Which those wait in that we have closed. */
  readonly closing: Deadlines;
  readonly counters: Pick<Counters, "countHeld">;
  /** Called for each that did not open in time. */
  readonly onLost: () => void;
  readonly log: Log;
  /** Makes the session of a socket that has opened; it says by `handleSessionClosed()` that it is over. */
  readonly start: (own: Own, events: SocketEvents) => Session;
}

export class SocketEvents implements EventListenerObject, Waiting {
  readonly #own: Own;
  readonly #context: SocketContext;
  #state: "opening" | "open" | "closing" | "lost" | "gone" = "opening";
  #session: Session | null = null;

  constructor(own: Own, context: SocketContext) {
    this.#own = own;
    this.#context = context;
    own.socket.binaryType = "arraybuffer";
    for (const type of ["open", "message", "close", "error"]) own.socket.addEventListener(type, this);
    context.counters.countHeld(1);
    context.opening.add(this);
  }

  handleEvent(event: Event): void {
    if (event.type === "message") return this.#handleMessage((event as MessageEvent).data);
    if (event.type === "open") return this.#handleOpen();
    this.#handleGone();
  }

  /** Takes note that the session is over: unless the socket ended by itself, it closes now. */
  handleSessionClosed(): void {
    if (this.#state !== "open") return;
    this.#state = "closing";
    this.#context.closing.add(this);
  }

  /** Gives the place back of a socket whose event does not come. */
  handleDeadline(): void {
    if (this.#state === "opening") {
      this.#state = "lost";
      this.#context.onLost();
    }
    this.#own.share.release();
  }

  #handleOpen(): void {
    // So late that its place is given back: whoever it is may come again.
    if (this.#state !== "opening") return this.#own.socket.close(CLOSE.goingAway, "going-away");
    this.#state = "open";
    this.#session = this.#context.start(this.#own, this); // Which waits there itself, so that the timer stays.
    this.#context.opening.delete(this);
  }

  /** The runtime has let go of it. Not already when we close it: until then it keeps what the other end has sent. */
  #handleGone(): void {
    if (this.#state === "gone") return; // An error and then its close.
    const { opening, closing, counters } = this.#context;
    if (this.#state === "opening") opening.delete(this);
    if (this.#state === "closing") closing.delete(this);
    this.#state = "gone";
    counters.countHeld(-1);
    this.#own.share.release();
    this.#session?.handleClosed();
  }

  #handleMessage(data: unknown): void {
    try {
      // Most messages are done with at once, and cost no promise.
      this.#session?.handle(data)?.catch((error) => this.#endDefect(error));
    } catch (error) {
      this.#endDefect(error);
    }
  }

  /** Ends a session whose message we could not handle: the defect is ours, and must not take the others down. */
  #endDefect(error: unknown): void {
    this.#context.log.error("defect", "Cannot handle a message", error);
    this.#session?.goAway();
  }
}
