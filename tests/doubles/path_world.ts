/**
 * The path between two ends of a call, in a time that the test passes: what one end says the other hears a moment later,
 * unless it is lost. Each end is the `PathWatch` of a page whose timers come at a pace of their own.
 */

import { MEDIA_TURNS_MAX } from "../../client/connection/connection.ts";
import { PathWatch } from "../../client/path/path_watch.ts";
import { settle } from "./line_world.ts";

/** Timers of a page that is seen, and of one that is hidden, in milliseconds. */
export const SEEN_MS = 300;
export const HIDDEN_MS = 1_000;
const STEP_MS = 10;

export class PathEnd {
  readonly watch: PathWatch;
  /** What came of it, and when. */
  log: [ms: number, what: string][] = [];
  /** When it has said something. */
  saidAtMs: number[] = [];
  /** Whether what it says now is lost, by how much it has said. */
  isLost: (saidCount: number) => boolean = () => false;
  /** Whether media comes in from the other end. */
  hasMedia = false;
  hasConnection = true;
  readonly #world: PathWorld;
  #beat = () => {};
  #nextBeatMs = Infinity;

  constructor(world: PathWorld, public paceMs: number, say: () => void) {
    this.#world = world;
    const note = (what: string) => void this.log.push([world.nowMs, what]);
    const turns: number[] = [];
    const connection = {
      sendHeartbeat: () => {
        this.saidAtMs.push(world.nowMs);
        say();
      },
      requestPicture: () => {},
      readPath: () => Promise.resolve(null),
      hasReceivedMore: (turn: number) => {
        turns.push(turn);
        return Promise.resolve(this.hasMedia && turn - (turns.at(-2) ?? -Infinity) <= MEDIA_TURNS_MAX);
      },
    };
    const current = () => this.hasConnection ? connection : null;
    const connections = () => ({ current: current(), tick: () => {}, replace: () => note("replace") });
    this.watch = new PathWatch({
      now: () => world.nowMs,
      connections: () => connections() as never,
      hasUnsaid: () => false,
      event: ({ type }) => note(type),
      doubt: () => note("doubt"),
      pathChanged: () => {},
      networkChanged: () => note("network changed"),
    });
  }

  /** Its connection is up. */
  open(): this {
    const { setInterval } = globalThis;
    Object.assign(globalThis, { setInterval: (act: () => void) => void (this.#beat = act) });
    try {
      this.watch.handleOpened();
    } finally {
      Object.assign(globalThis, { setInterval });
    }
    this.#nextBeatMs = this.#world.nowMs + this.paceMs;
    return this;
  }

  /** What came of it since this was asked last. */
  takeLog(): string[] {
    return this.log.splice(0).map(([, what]) => what);
  }

  /** The longest time between two of its words. */
  get longestGapMs(): number {
    return Math.max(...this.saidAtMs.slice(1).map((ms, index) => ms - (this.saidAtMs[index] ?? 0)));
  }

  async step(): Promise<void> {
    if (this.#world.nowMs < this.#nextBeatMs) return;
    this.#nextBeatMs = this.#world.nowMs + this.paceMs;
    this.#beat();
    await settle();
  }
}

export class PathWorld {
  nowMs = 1_000_000;
  readonly ends: readonly [PathEnd, PathEnd];
  readonly #latencyMs: number;
  readonly #underWay: { readonly atMs: number; readonly to: 0 | 1 }[] = [];

  constructor(paces: readonly [number, number], { latencyMs = 20, offsetMs = 130 } = {}) {
    this.#latencyMs = latencyMs;
    const first = new PathEnd(this, paces[0], () => this.#carry(0)).open();
    this.nowMs += offsetMs; // No two pages look at the clock at the same time.
    this.ends = [first, new PathEnd(this, paces[1], () => this.#carry(1)).open()];
  }

  #carry(from: 0 | 1): void {
    const end = this.ends[from];
    if (end.isLost(end.saidAtMs.length)) return;
    this.#underWay.push({ atMs: this.nowMs + this.#latencyMs, to: from === 0 ? 1 : 0 });
  }

  async pass(ms: number): Promise<void> {
    for (let passed = 0; passed < ms; passed += STEP_MS) {
      this.nowMs += STEP_MS;
      const arrived = this.#underWay.filter(({ atMs }) => atMs <= this.nowMs);
      for (const word of arrived) {
        this.#underWay.splice(this.#underWay.indexOf(word), 1);
        this.ends[word.to].watch.handleHeard();
      }
      for (const end of this.ends) await end.step();
    }
  }
}
