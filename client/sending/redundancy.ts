/**
 * Decides how often each piece of sound is sent (RFC 2198): the more packets are lost, the more of those after it carry it
 * once more. Pure: it is fed with what the other end reports, and with time.
 *
 * Steps up at once, since a word that is lost is lost; down one at a time, when the loss has been less for a while. Where
 * packets wait in a queue that is full, more of them would only lengthen it: there it stays at what browsers do.
 */

/** How many earlier pieces each packet carries: 1 is what browsers do by themselves where the codec is used at all. */
export type Depth = 1 | 2 | 3 | 4 | 5;

/** From what share of packets lost each depth is due. By measurement: a depth leaves about the loss to its power plus one. */
const STEPS: readonly (readonly [loss: number, depth: Depth])[] = [[0.33, 5], [0.2, 4], [0.09, 3], [0.02, 2]];
/** How much less the loss must be before it steps down, and for how long, in milliseconds. */
const SLACK = 0.7;
const CALM_MS = 8_000;
/** How much longer than at its best a packet may take, there and back, before a queue is taken to be the cause, in seconds. */
const QUEUE_SECONDS = 0.25;
/** What of an earlier loss counts with each report. */
const MEMORY = 0.5;

export type LossReport = {
  /** Of the packets since the report before, 0 to 1. */
  readonly loss: number;
  /** In seconds; null where it is not known. */
  readonly roundTripSeconds: number | null;
};

export class Redundancy {
  #depth: Depth;
  #loss = 0;
  #calmSinceMs: number | null = null;
  #roundTripMin = Infinity;

  /** @param depth what the connection before this one had come to */
  constructor(depth: Depth = 1) {
    this.#depth = depth;
  }

  get depth(): Depth {
    return this.#depth;
  }

  /** Takes a report of the other end's, and returns the depth from now on. */
  report({ loss, roundTripSeconds }: LossReport, nowMs: number): Depth {
    this.#loss = loss > this.#loss ? (loss + this.#loss) / 2 : this.#loss * MEMORY + loss * (1 - MEMORY);
    if (roundTripSeconds !== null) this.#roundTripMin = Math.min(this.#roundTripMin, roundTripSeconds);
    const isQueued = roundTripSeconds !== null && roundTripSeconds > this.#roundTripMin + QUEUE_SECONDS;
    const due = isQueued ? 1 : findDepth(Math.max(this.#loss, loss));
    const isCalm = isQueued || findDepth(this.#loss / SLACK) < this.#depth;
    if (due > this.#depth) {
      this.#depth = due;
      this.#calmSinceMs = null;
    } else if (!isCalm) {
      this.#calmSinceMs = null;
    } else if (isQueued && this.#depth > 1) {
      this.#depth = 1;
    } else {
      this.#calmSinceMs ??= nowMs;
      if (nowMs - this.#calmSinceMs >= CALM_MS && this.#depth > 1) {
        this.#depth = this.#depth - 1 as Depth;
        this.#calmSinceMs = nowMs;
      }
    }
    return this.#depth;
  }
}

function findDepth(loss: number): Depth {
  return STEPS.find(([from]) => loss >= from)?.[1] ?? 1;
}
