/**
 * Watches over one call for signs of life of the tab that it belongs to, and says when to ask for one and what a silence
 * means. Pure: what was heard, the time, and how the server is heard come in; `lookout.ts` asks and reports.
 *
 * A silence by itself proves nothing: this end may be cut off, may have slept, or may have slow timers in a hidden tab.
 * So what counts are queries that nobody answered although the server was heard afterwards. After a sleep none has been
 * asked yet, and while the server is not heard none counts.
 *
 *   calling ──bound──► joining ──connected──► talking         ringing ──accepted here──► joining
 *   away               gone                   away, gone      gone
 */

/** Where the call stands: it rings there; it rings here; it was accepted and is not connected; it was connected. */
export type VigilStage = "calling" | "ringing" | "joining" | "talking";
/**
 * `away` and `back` are for the person to know, and nothing ends by them. `gone`: the page that had the call is not there
 * any more; `left`: it is there, and has the call no more.
 */
export type VigilOutput = "ask" | "away" | "back" | "gone" | "left";

type Plan = {
  /** The silence before the first query, and the pause between two, in milliseconds. */
  readonly askAfterMs: number;
  readonly askEveryMs: number;
  /** Unanswered queries that count, after which the other end is gone. */
  readonly unansweredMax: number;
  /** The silence after which the other end is away, in milliseconds. */
  readonly awayMs: number;
};

/** Pauses are a little under whole seconds: they are looked at every half a second, and that is seldom early. */
const PLANS: Record<VigilStage, Plan> = {
  // The caller repeats its offer, and so asks all the time.
  calling: { askAfterMs: Infinity, askEveryMs: Infinity, unansweredMax: Infinity, awayMs: 7_000 },
  ringing: { askAfterMs: 1_000, askEveryMs: 900, unansweredMax: 3, awayMs: Infinity },
  // Told early and ended late: over a path that loses a third of all packets an answer takes 13 s now and then.
  joining: { askAfterMs: 1_000, askEveryMs: 900, unansweredMax: 18, awayMs: 5_500 },
  talking: { askAfterMs: 3_000, askEveryMs: 2_900, unansweredMax: 3, awayMs: 6_000 },
};
/** Of those in a call that was connected, how many come after another tab has said that it has no such call. */
const DENIED_MAX = 2;
/** The server is heard every second while this end waits for word: it may have been heard just before the query. */
const SERVER_SLACK_MS = 700;

export class Vigil {
  #stage: VigilStage;
  #heardAtMs: number;
  #askedAtMs: number | null = null;
  #unanswered = 0;
  /** How many queries were unanswered when another tab first said that it has no such call. */
  #deniedAt: number | null = null;
  #isAway = false;

  constructor(stage: VigilStage, nowMs: number) {
    this.#stage = stage;
    this.#heardAtMs = nowMs;
  }

  get stage(): VigilStage {
    return this.#stage;
  }

  enter(stage: VigilStage, nowMs: number): void {
    this.#stage = stage;
    this.handleHeard(nowMs);
  }

  /** Takes a sign of life of the tab that has the call; of any tab while none has it. */
  handleHeard(nowMs: number): VigilOutput[] {
    this.#heardAtMs = nowMs;
    this.#forget();
    if (!this.#isAway) return [];
    this.#isAway = false;
    return ["back"];
  }

  /**
   * Takes `no-call`. From another tab of the peer than the one that has the call, that may be the very page, opened again
   * after a crash. Unasked it means nothing: else somebody on the way could end a call by a word.
   */
  handleDenied({ isOwn }: { isOwn: boolean }): VigilOutput[] {
    if (this.#askedAtMs === null) return [];
    if (isOwn) return ["left"];
    this.#deniedAt ??= this.#unanswered;
    return [];
  }

  /** Takes the server's word that nobody is there. */
  handleAbsent(): VigilOutput[] {
    return this.#stage === "calling" ? this.#leave() : [];
  }

  /** There is a fresh socket, and what was asked on the one before may be lost. */
  handleRegistered(nowMs: number): VigilOutput[] {
    this.#forget();
    return nowMs - this.#heardAtMs < PLANS[this.#stage].askAfterMs ? [] : this.#ask(nowMs);
  }

  /**
   * Looks at the clock. Call it about twice a second.
   *
   * @param serverHeardAgoMs how long ago the server was heard; `Infinity` while there is no socket
   */
  tick(nowMs: number, serverHeardAgoMs: number): VigilOutput[] {
    const { askAfterMs, askEveryMs, awayMs } = PLANS[this.#stage];
    const silentMs = nowMs - this.#heardAtMs;
    const isAway = silentMs >= awayMs && serverHeardAgoMs < silentMs / 2;
    const outputs = isAway ? this.#leave() : [];
    if (silentMs < askAfterMs) return outputs;
    if (this.#askedAtMs !== null) {
      const askedAgoMs = nowMs - this.#askedAtMs;
      if (askedAgoMs < askEveryMs) return outputs;
      if (serverHeardAgoMs <= askedAgoMs + SERVER_SLACK_MS) this.#unanswered++;
    }
    if (!this.#isGone()) return [...outputs, ...this.#ask(nowMs)];
    this.#forget();
    return [...outputs, "gone"];
  }

  #isGone(): boolean {
    if (this.#unanswered < PLANS[this.#stage].unansweredMax) return false;
    // Nobody at all may be a network that is down. A peer who answers, but not from there, is not.
    return this.#stage !== "talking" ||
      (this.#deniedAt !== null && this.#unanswered - this.#deniedAt >= DENIED_MAX);
  }

  #ask(nowMs: number): VigilOutput[] {
    this.#askedAtMs = nowMs;
    return ["ask"];
  }

  #leave(): VigilOutput[] {
    if (this.#isAway) return [];
    this.#isAway = true;
    return ["away"];
  }

  #forget(): void {
    this.#askedAtMs = null;
    this.#unanswered = 0;
    this.#deniedAt = null;
  }
}
