/**
 * The bulk connection of one call: a second connection beside the call's own, for streams of bytes, so that what is large
 * never stands before a heartbeat. It is made when the first stream begins, at whichever end, made anew when it fails,
 * and closed when no stream has been on for a while; the streams (`streams.ts`) go on over the next.
 *
 *        a stream begins                 open                    no stream for IDLE_MS, or `close`
 *   none ───────────────► being made ─────────► streams flow ──────────────────────────────────► none
 *                             ▲                     │ failed, another network, or nothing comes for SILENT_MS
 *                             └──── after a wait ───┘
 *
 * Only one end makes connections, that of the higher ID: the other asks it to. So two offers never cross, and a number
 * for each attempt suffices to know what belongs to what.
 */

import { CANDIDATES_MAX, type IceCandidates } from "../../signaling/protocol.ts";
import { TokenBucket } from "../../signaling/protocol/token_bucket.ts";
import { attempt } from "../bounds/attempt.ts";
import {
  BulkConnection,
  type BulkConnectionHandlers,
  type BulkConnectionOptions,
  type Made,
} from "./bulk_connection.ts";
import { ATTEMPTS_AHEAD_MAX, IDLE_MS, MADE, OPEN_MS, SILENT_MS } from "./bulk_limits.ts";
import type { BulkOptions } from "./bulk_options.ts";
import { type BulkSignal, parseBulkSignal, readDataFingerprint } from "./bulk_signal.ts";
import { offerStream, type Takers } from "./offer_stream.ts";
import { Retry } from "./retry.ts";
import { StreamError } from "../streams/stream_error.ts";
import type { ByteWriter } from "../streams/stream_writer.ts";
import { Streams } from "../streams/streams.ts";

export class Bulk {
  readonly #options: BulkOptions;
  readonly #streams: Streams;
  /** A connection and its candidates are more than asking for it costs, so that they are not to be had at will. */
  readonly #allowance: TokenBucket;
  /** The number of the latest connection that there was. */
  #attempt = 0;
  #made: Made | null = null;
  /** When the other end was last asked for one, while it has not come. */
  #askedAtMs: number | null = null;
  /** The other end's latest word that had to wait for the allowance: it was acknowledged, and is kept. */
  #waiting: BulkSignal | null = null;
  readonly #retry = new Retry();
  #busyAtMs = 0;
  /** The other end broke the rules of streams, and gets no more of them in this call. */
  #isRefused = false;
  #isOver = false;

  /** @param takers who takes the other end's streams, by the part of their labels before the first `/` */
  constructor(options: BulkOptions, takers: Takers) {
    this.#options = options;
    this.#allowance = new TokenBucket(MADE, options.now());
    this.#streams = new Streams({
      isOdd: options.isMaker,
      now: options.now,
      offer: (reader) => offerStream(reader, takers, options.openFeature),
      needed: () => this.#ensure(),
      violated: () => this.#refuse(),
    });
  }

  /** @throws {StreamError} if there can be no such stream */
  open(label: string): ByteWriter {
    const isTold = this.#options.provenEnd()?.remoteFeatures?.includes("streams");
    if (!isTold && !this.#isOver) throw new StreamError("unavailable");
    return this.#streams.open(label);
  }

  /** Takes what the other end says of the bulk connection. */
  receive(body: unknown): void {
    const signal = parseBulkSignal(body);
    if (signal !== null) this.#take(signal);
  }

  #take(signal: BulkSignal): void {
    if (this.#isOver) return;
    if (this.#isRefused) {
      if (signal.step === "ask" || signal.step === "offer") this.#sayUnable();
      return;
    }
    switch (signal.step) {
      case "ask":
        return this.#takeAsk(signal);
      case "offer":
        return attempt("take a bulk connection", () => this.#takeOffer(signal));
      case "answer":
        return attempt("take a bulk connection", () => this.#takeAnswer(signal.attempt, signal.sdp));
      case "candidates":
        return this.#takeCandidates(signal.attempt, signal.candidates);
      case "close":
        // While streams are on, it is made again after a wait, as one that failed.
        if (signal.attempt === this.#made?.attempt) this.#drop({ isFailure: !this.#streams.isIdle });
        return this.#ensure();
      case "unable":
        this.#drop({ isFailure: false });
        return this.#streams.failAll("unavailable");
    }
  }

  /** The network is another one: goes on over a connection of its own. */
  handleNetworkChange(): void {
    if (this.#made === null) return;
    this.#drop({ isFailure: false });
    this.#ensure();
  }

  /** Looks at the clock. Call it about twice a second. */
  tick(): void {
    const nowMs = this.#options.now();
    if (!this.#streams.isIdle) this.#busyAtMs = nowMs;
    const made = this.#made;
    if (made?.isOpen && !this.#streams.isOwed) made.heardAtMs = nowMs; // Nobody has anything to say.
    if (made !== null && this.#isDead(made, nowMs)) this.#drop({ isFailure: true });
    else if (made?.isOpen && nowMs - this.#busyAtMs > IDLE_MS) this.#leave(made);
    else this.#streams.pump();
    const waiting = this.#waiting;
    this.#waiting = null; // It waits again if need be.
    if (waiting !== null) this.#take(waiting);
    this.#ensure();
  }

  /** Ends all streams with the call. */
  close(): void {
    this.#isOver = true;
    this.#drop({ isFailure: false });
    this.#streams.close("call-ended");
  }

  // --- Making connections ------------------------------------------------------------------------------------------

  /** Sees to it that there is a connection, or will be, if a stream needs one. */
  #ensure(): void {
    const nowMs = this.#options.now();
    if (this.#isOver || this.#made !== null || this.#streams.isIdle || !this.#retry.isDue(nowMs)) return;
    if (!this.#options.isPathAlive() || this.#options.provenEnd() === null) return;
    if (this.#options.isMaker) return attempt("make a bulk connection", () => this.#make());
    if (this.#askedAtMs !== null && nowMs - this.#askedAtMs < OPEN_MS) return;
    this.#askedAtMs = nowMs;
    this.#options.send({ step: "ask", attempt: this.#attempt });
  }

  async #make(): Promise<void> {
    const made = this.#create(this.#attempt + 1);
    if (made === null) return;
    await this.#describe(made, "offer", () => made.connection.createOffer());
  }

  /** Tells whether the other end may have a connection made now; its word for one is kept if not. */
  #mayMake(signal: BulkSignal): boolean {
    const mayMake = this.#allowance.take(this.#options.now()) === 0;
    this.#waiting = mayMake ? null : signal;
    return mayMake;
  }

  #takeAsk(signal: BulkSignal): void {
    const after = signal.attempt;
    if (!this.#options.isMaker) return;
    if (this.#made !== null && after < this.#made.attempt) return; // What it asks for is on its way already.
    if (!this.#mayMake(signal)) return;
    this.#drop({ isFailure: false });
    attempt("make a bulk connection", () => this.#make());
  }

  async #takeOffer(signal: Extract<BulkSignal, { sdp: string }>): Promise<void> {
    const { attempt: number, sdp } = signal;
    const ahead = number - this.#attempt;
    if (this.#options.isMaker || ahead <= 0 || ahead > ATTEMPTS_AHEAD_MAX || !this.#isProven(sdp)) return;
    if (!this.#mayMake(signal)) return;
    this.#drop({ isFailure: false });
    this.#askedAtMs = null;
    const made = this.#create(number);
    if (made === null) return;
    made.isAnswered = true;
    await this.#describe(made, "answer", () => made.connection.createAnswer(sdp));
  }

  async #takeAnswer(number: number, sdp: string): Promise<void> {
    const made = this.#made;
    if (made?.attempt !== number || !this.#options.isMaker || made.isAnswered) return;
    made.isAnswered = true;
    try {
      if (!this.#isProven(sdp)) throw new Error("Cannot take an answer: nobody has proved its certificate");
      await made.connection.applyAnswer(sdp);
    } catch (error) {
      if (this.#made === made) this.#drop({ isFailure: true });
      throw error;
    }
  }

  #takeCandidates(number: number, candidates: IceCandidates): void {
    const made = this.#made;
    if (made?.attempt !== number) return;
    made.connection.addCandidates(candidates.slice(0, made.candidatesLeft));
    made.candidatesLeft = Math.max(0, made.candidatesLeft - candidates.length);
  }

  /** Whether a description is for data alone, and shows the certificate that the other end has proved. */
  #isProven(sdp: string): boolean {
    const fingerprint = readDataFingerprint(sdp);
    return fingerprint !== null && fingerprint === this.#options.provenEnd()?.remoteFingerprint;
  }

  #create(number: number): Made | null {
    const { certificate, settings, now, send } = this.#options;
    const own = certificate();
    if (own === null || this.#isOver || this.#options.provenEnd() === null) return null;
    const ifCurrent = (act: () => void) => () => {
      if (this.#made === made) act();
    };
    const handlers: BulkConnectionHandlers = {
      candidates: (candidates) => send({ step: "candidates", attempt: number, candidates }),
      opened: ifCurrent(() => this.#handleOpened(made)),
      message: (data) => {
        if (this.#made !== made) return;
        made.heardAtMs = now();
        this.#streams.receive(data);
      },
      drained: ifCurrent(() => this.#streams.pump()),
      failed: ifCurrent(() => this.#drop({ isFailure: true })),
    };
    const isUnbound = this.#retry.failures % 2 === 1;
    const made: Made = {
      attempt: number,
      connection: this.#connect({ ...settings(), certificate: own, isUnbound, handlers }),
      ...{ heardAtMs: now(), isOpen: false, isAnswered: false, candidatesLeft: CANDIDATES_MAX },
    };
    this.#attempt = number;
    return this.#made = made;
  }

  /** A browser that makes none now has failed as well, and is asked ever less often. */
  #connect(options: BulkConnectionOptions): BulkConnection {
    try {
      return new BulkConnection(options);
    } catch (error) {
      this.#retry.handleFailed(this.#options.now());
      throw error;
    }
  }

  /** Sends a description and then its candidates, unless the connection was dropped meanwhile. */
  async #describe(made: Made, step: "offer" | "answer", create: () => Promise<string>): Promise<void> {
    try {
      const sdp = await create();
      if (this.#made !== made) return;
      this.#options.send({ step, attempt: made.attempt, sdp });
      made.connection.releaseCandidates();
    } catch (error) {
      if (this.#made === made) this.#drop({ isFailure: true });
      throw error;
    }
  }

  #handleOpened(made: Made): void {
    made.isOpen = true;
    made.heardAtMs = this.#busyAtMs = this.#options.now();
    this.#retry.handleOpened();
    this.#streams.attach(made.connection);
  }

  // --- Giving them up ----------------------------------------------------------------------------------------------

  #isDead(made: Made, nowMs: number): boolean {
    const silentMs = nowMs - made.heardAtMs;
    return silentMs > (made.isOpen ? SILENT_MS : OPEN_MS);
  }

  #drop({ isFailure }: { isFailure: boolean }): void {
    const made = this.#made;
    if (made === null) return;
    this.#made = null;
    this.#streams.detach();
    made.connection.close();
    if (isFailure) this.#retry.handleFailed(this.#options.now());
    else this.#retry.handleDropped();
  }

  #leave(made: Made): void {
    this.#drop({ isFailure: false });
    this.#options.send({ step: "close", attempt: made.attempt });
  }

  /** Has nothing more to do with the other end's streams; tells it, or it would try on and on. */
  #refuse(): void {
    if (this.#isRefused) return;
    [this.#isRefused, this.#waiting] = [true, null];
    this.#drop({ isFailure: false });
    this.#streams.close("violated");
    this.#sayUnable();
  }

  #sayUnable(): void {
    this.#options.send({ step: "unable", attempt: this.#attempt });
  }
}
