/**
 * Watches the path of one call: sends heartbeats, hears the other end's, and has the connections look for another path
 * when `recovery.ts` says so. Starts with the first connection that comes up. Used by `call_line.ts`; knows no message
 * and no rule of the call.
 *
 * Timers of hidden pages come once a second, what they hear comes at once. So a page whose own heartbeats are late answers
 * those of the other end, and neither takes the other for gone.
 */

import { attempt } from "../bounds/attempt.ts";
import type { CallEvent } from "../call/call.ts";
import type { Connections } from "../connection/connections.ts";
import type { MediaPath } from "../connection/connection_stats.ts";
import { HEARTBEAT_MS, Recovery, type RecoveryOutput } from "./recovery.ts";

/** A heartbeat that comes this late means that the machine slept, or has far too much to do, in milliseconds. */
const SLEEP_MS = 3_000;
/** Two heartbeats that take longer than this are those of a page whose timers are slow, in milliseconds. */
const SLOW_MS = 750;
/** Such a page answers what it hears, unless it has said something this recently, in milliseconds. */
const ANSWER_MS = 200;
/** How often the path is looked up, in milliseconds. */
const PATH_MS = 3_000;

export type PathWatchOptions = {
  readonly now: () => number;
  readonly connections: () => Connections;
  /** Whether something was sent that nobody has acknowledged yet. */
  readonly hasUnsaid: () => boolean;
  event(event: CallEvent): void;
  /** The path is in doubt, and so may be the socket. */
  doubt(): void;
  pathChanged(path: MediaPath | null): void;
  /** The network may be another one, or the way to it: each connection is to be made anew. */
  networkChanged(): void;
};

export class PathWatch {
  readonly #options: PathWatchOptions;
  #recovery: Recovery | null = null;
  #heartbeat: ReturnType<typeof setInterval> | undefined;
  #beatAtMs = 0;
  #beatCount = 0;
  #lastBeatAtMs = 0;
  #saidAtMs = 0;
  #hasSlept = false;
  #pathAtMs = 0;
  #isStopped = false;

  constructor(options: PathWatchOptions) {
    this.#options = options;
  }

  /** Whether a connection has ever been up. */
  get hasBegun(): boolean {
    return this.#recovery !== null;
  }

  /** Whether a connection has been up, and the other end is not heard on it. */
  get isQuiet(): boolean {
    return this.#recovery?.isQuiet(this.#options.now()) ?? false;
  }

  /** Whether the other end is heard, peer to peer. */
  get isHeard(): boolean {
    return this.#recovery?.isQuiet(this.#options.now()) === false;
  }

  /** Whether what is sent on the path may not arrive. */
  get isDoubtful(): boolean {
    return this.#recovery?.isDoubtful(this.#options.now()) ?? true;
  }

  /** A connection is up: the first, or another in its place. */
  handleOpened(): void {
    const nowMs = this.#options.now();
    this.#pathAtMs = 0; // It may well be another path than before.
    if (this.#recovery !== null) return this.handleHeard();
    const recovery = this.#recovery = new Recovery(nowMs);
    this.#lastBeatAtMs = this.#beatAtMs = nowMs;
    const beat = () => attempt("look after the path", () => this.#beat(recovery));
    attempt("look after the path", () => this.#heartbeat = setInterval(beat, HEARTBEAT_MS));
  }

  /** Takes any sign of life of the other end. */
  handleHeard(): void {
    if (this.#recovery === null || this.#isStopped) return;
    const nowMs = this.#options.now();
    const isSlow = nowMs - this.#lastBeatAtMs > SLOW_MS;
    if (isSlow && nowMs - this.#saidAtMs >= ANSWER_MS) this.#say(nowMs);
    this.#recover(this.#recovery.handleHeard(nowMs));
  }

  /** The connection in use gave up. */
  handleFailed(): void {
    if (this.#recovery !== null) this.#recover(["replace"]);
  }

  /** Another connection is on its way; `isOffered`: the other end has begun it. */
  handleReplacing(how = { isOffered: false }): void {
    this.#recovery?.handleReplacing(this.#options.now(), how);
  }

  stop(): void {
    this.#isStopped = true;
    clearInterval(this.#heartbeat);
  }

  #say(nowMs: number): void {
    this.#saidAtMs = nowMs;
    this.#options.connections().current?.sendHeartbeat();
  }

  async #beat(recovery: Recovery): Promise<void> {
    const { now, connections, hasUnsaid, pathChanged, networkChanged } = this.#options;
    const nowMs = now();
    const connection = connections().current;
    if (connection === null) return;
    // Until the first heartbeat that is in time again, whoever is there has been heard again: a page that is merely slow
    // does not make itself another connection on top.
    const isLate = nowMs - this.#beatAtMs > SLEEP_MS;
    const isElsewhere = this.#hasSlept && !isLate && recovery.isQuiet(nowMs);
    this.#hasSlept = isLate;
    this.#lastBeatAtMs = this.#beatAtMs;
    this.#beatAtMs = nowMs;
    this.#beatCount++;
    this.#say(nowMs);
    connections().tick({ hasUnsaid: hasUnsaid() });
    if (isElsewhere) networkChanged();
    if (nowMs - this.#pathAtMs > PATH_MS) {
      this.#pathAtMs = nowMs;
      attempt("read the path", async () => pathChanged(await connection.readPath()));
    }
    // Lost heartbeats alone prove nothing: media that comes in is a sign of life too.
    if (recovery.isQuiet(nowMs) && await connection.hasReceivedMore(this.#beatCount)) return this.handleHeard();
    this.#recover(recovery.tick(now()));
  }

  #recover(outputs: readonly RecoveryOutput[]): void {
    if (this.#isStopped) return;
    for (const output of outputs) attempt("look after the path", () => this.#answer(output));
  }

  #answer(output: RecoveryOutput): unknown {
    const { connections, doubt, event } = this.#options;
    switch (output) {
      case "doubt":
        return doubt();
      case "replace":
        attempt("look after the socket", doubt);
        return connections().replace({ isForced: false });
      case "interrupted":
        return event({ type: "connection-interrupted" });
      case "resumed":
        return connections().current?.requestPicture();
      case "restored":
        return event({ type: "connection-opened" });
    }
  }
}
