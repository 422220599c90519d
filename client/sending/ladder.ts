/**
 * Decides how large and how smooth a picture is sent, by what the path takes: a sharp small picture is better than a large
 * one that is mush, and sound is better than either. Pure: it is fed with what the browser measures, once a second.
 *
 *   720p30 ⇄ 540p30 ⇄ 360p20 ⇄ 180p10 ⇄ 180p5
 *
 * Down as far as it takes, at once; up by one step, when there has been room for it for a while. After a step up that
 * did not hold, the next try waits longer, so that it does not go up and down.
 */

export type Rung = {
  /** Lines along the shorter side; the longer one follows from the camera's. */
  readonly height: number;
  readonly framesPerSecond: number;
  /** What the path must take for it, in bit/s. */
  readonly needs: number;
};

export const RUNGS: readonly Rung[] = [
  { height: 720, framesPerSecond: 30, needs: 700_000 },
  { height: 540, framesPerSecond: 30, needs: 380_000 },
  { height: 360, framesPerSecond: 20, needs: 150_000 },
  { height: 180, framesPerSecond: 10, needs: 35_000 },
  // Whoever would rather have none switches the camera off; a picture that goes by itself needs a word at both ends.
  { height: 180, framesPerSecond: 5, needs: 0 },
];
/** The lowest one. */
const LEAST = RUNGS.length - 1;

/** How much more than a rung needs there must be to go up to it. */
const ROOM = 1.15;
/** What there may be less than a rung needs before it is left, so that it does not follow every breath of the estimate. */
const GRACE = 0.8;

/** The place of the best rung that so much is enough for, in bit/s. */
function findFit(bitrate: number): number {
  return RUNGS.findIndex(({ needs }) => bitrate >= needs * GRACE);
}

/** For how long there must have been room, in milliseconds; twice as long each time that a step up did not hold. */
const CALM_MS = 2_000;
const CALM_MS_MAX = 30_000;
/** A step up that is undone within this time did not hold, in milliseconds. */
const HELD_MS = 8_000;
/** For how long the processor must have been the limit before a step down, in milliseconds. */
const BUSY_MS = 10_000;

export type Measured = {
  /** What the browser believes that the path takes, in bit/s; null where it does not say. */
  readonly available: number | null;
  /** The processor is what keeps the picture small. */
  readonly isBusy: boolean;
};

export class Ladder {
  #rung = 0;
  /** The best rung that the processor can do. */
  #best = 0;
  #roomSinceMs: number | null = null;
  #busySinceMs: number | null = null;
  #wentUpAtMs = -Infinity;
  #calmMs = CALM_MS;

  get rung(): Rung {
    return RUNGS[this.#rung] as Rung;
  }

  /** The rung where no more than so much may be sent, in bit/s: that says nothing of the path. */
  within(bitrate: number): Rung {
    return RUNGS[Math.max(this.#rung, findFit(bitrate))] as Rung;
  }

  /** Takes what was measured, and returns the rung from now on. */
  measure({ available, isBusy }: Measured, nowMs: number): Rung {
    this.#heedProcessor(isBusy, nowMs);
    if (available !== null) this.#heedPath(available, nowMs);
    return this.rung;
  }

  #heedProcessor(isBusy: boolean, nowMs: number): void {
    this.#busySinceMs = isBusy ? this.#busySinceMs ?? nowMs : null;
    if (this.#busySinceMs === null || nowMs - this.#busySinceMs < BUSY_MS) return;
    this.#busySinceMs = null;
    this.#best = Math.min(this.#best + 1, LEAST - 1);
    this.#rung = Math.max(this.#rung, this.#best);
  }

  #heedPath(available: number, nowMs: number): void {
    const fit = Math.max(this.#best, findFit(available));
    if (fit > this.#rung) return this.#goDown(fit, nowMs);
    const above = RUNGS[this.#rung - 1];
    const hasRoom = above !== undefined && this.#rung > this.#best && available >= above.needs * ROOM;
    if (!hasRoom) return void (this.#roomSinceMs = null);
    this.#roomSinceMs ??= nowMs;
    if (nowMs - this.#roomSinceMs < this.#calmMs) return;
    this.#rung--;
    this.#wentUpAtMs = nowMs;
    this.#roomSinceMs = nowMs; // More room than that counts on.
  }

  #goDown(fit: number, nowMs: number): void {
    this.#roomSinceMs = null;
    const hasHeld = nowMs - this.#wentUpAtMs > HELD_MS;
    this.#calmMs = hasHeld ? CALM_MS : Math.min(2 * this.#calmMs, CALM_MS_MAX);
    this.#rung = fit;
  }
}
