/**
 * Says how good a call sounds by the E-model (ITU-T G.107, simplified as its annexes and G.113 allow): a rating R from 0 to
 * 100, and four bars of it. Fed with the share of sound that had to be made up, which is what people hear of loss, and with
 * how long a word takes from mouth to ear. Pure.
 */

/** What is left of 100 where nothing is lost and nothing is late (G.107 §7.7, all other parameters at their defaults). */
const BEST = 93.2;
/** From when on people talk into each other's words, in milliseconds (Cole and Rosenbluth's fit of G.107 §7.4). */
const TALKOVER_MS = 177.3;
/** The most that loss can take (G.107 §7.5). */
const LOSS_MAX = 95;
/**
 * How well a codec hides what is missing (G.113 appendix I, `Bpl`): G.711 has 4.3 without concealment and 25.1 with. Opus
 * makes up what is missing once the redundancy has brought back what it can, and by ear is between the two.
 */
const ROBUSTNESS = 10;
/** What devices and pieces of 20 ms take at both ends, in milliseconds. */
const DEVICES_MS = 40;

/** From mouth to ear, in milliseconds. */
export function delayOf(
  { roundTripMs, bufferMs }: { readonly roundTripMs: number; readonly bufferMs: number },
): number {
  return DEVICES_MS + bufferMs + roundTripMs / 2;
}

/** The rating R. `lost` is the share of sound that was made up, 0 to 1. */
export function rate({ lost, delayMs }: { readonly lost: number; readonly delayMs: number }): number {
  const percent = 100 * lost;
  const loss = LOSS_MAX * percent / (percent + ROBUSTNESS);
  const delay = 0.024 * delayMs + 0.11 * Math.max(0, delayMs - TALKOVER_MS);
  return Math.max(0, BEST - loss - delay);
}

/** Bars from 1, for a call in which one hardly understands the other, to 4. */
export type Bars = 1 | 2 | 3 | 4;

/** From where each is reached: G.107 annex B has nearly all content from 80, some not from 70, and many not below 50. */
const STEPS: readonly (readonly [rating: number, bars: Bars])[] = [[80, 4], [70, 3], [50, 2]];
/** How much better than that it must be to get one more. */
const MARGIN = 3;
/** For how long it must be worse, or better, in milliseconds. */
const DOWN_MS = 3_000;
const UP_MS = 8_000;

/** The bars of a rating; where `before` are shown, those that are better need a little more. */
export function barsOf(rating: number, before: Bars = 4): Bars {
  return STEPS.find(([least, bars]) => rating >= least + (bars > before ? MARGIN : 0))?.[1] ?? 1;
}

/** Bars that do not flicker. */
export class SteadyBars {
  #shown: Bars | null = null;
  /** Since when all has been better, or all worse, and what of it was nearest to what is shown. */
  #change: { readonly isBetter: boolean; readonly sinceMs: number; nearest: Bars } | null = null;

  /** Null before anything was measured. */
  get shown(): Bars | null {
    return this.#shown;
  }

  measure(rating: number, nowMs: number): Bars {
    const shown = this.#shown ??= barsOf(rating);
    const bars = barsOf(rating, shown);
    const isBetter = bars > shown;
    if (bars === shown) this.#change = null;
    else if (this.#change?.isBetter !== isBetter) this.#change = { isBetter, sinceMs: nowMs, nearest: bars };
    const change = this.#change;
    if (change === null) return shown;
    change.nearest = isBetter ? least(change.nearest, bars) : most(change.nearest, bars);
    if (nowMs - change.sinceMs < (isBetter ? UP_MS : DOWN_MS)) return shown;
    this.#change = null;
    return this.#shown = change.nearest;
  }
}

function least(a: Bars, b: Bars): Bars {
  return a < b ? a : b;
}

function most(a: Bars, b: Bars): Bars {
  return a > b ? a : b;
}
