/** Gathers what stays of one call: how long it took to begin, which ways it took, and how it went. */

import type { FeatureCall } from "../../feature/feature.ts";
import type { CallRecord } from "./call_records.ts";
import type { Bars } from "./e_model.ts";
import type { Reading } from "./reading.ts";

/** The other end's picture, on the screen of a call. */
const PICTURE = "video.remote";

export class CallHistory {
  readonly #call: Pick<FeatureCall, "now" | "monotonicNow">;
  readonly #answeredAtMs: number;
  readonly #answeredAtWallMs: number;
  readonly #unwatch: () => void;
  readonly #paths = new Set<string>();
  #connectedAtMs: number | null = null;
  #pictureAtMs: number | null = null;
  #replacements = 0;
  #hasBegun = false;
  #samples = 0;
  #madeUp = 0;
  #frozenSeconds = 0;
  #theirLostMax: number | null = null;
  #roundTrips = { sum: 0, count: 0 };
  #worstBars: Bars | null = null;

  constructor(call: Pick<FeatureCall, "now" | "monotonicNow">) {
    this.#call = call;
    this.#answeredAtMs = call.monotonicNow();
    this.#answeredAtWallMs = call.now();
    this.#unwatch = watchPicture(() => this.#pictureAtMs = call.monotonicNow());
  }

  noteConnected(atMs: number): void {
    if (atMs >= this.#answeredAtMs) this.#connectedAtMs ??= atMs;
  }

  noteReplaced(): void {
    this.#replacements++;
  }

  note(
    before: Reading,
    { path, roundTripMs, samples, madeUp, frozenSeconds }: Reading,
    { bars, toldLost }: { readonly bars: Bars | null; readonly toldLost: number | null },
  ): void {
    this.#hasBegun = true;
    if (path !== null) this.#paths.add(`${path.kind}/${path.protocol}`);
    this.#samples += Math.max(0, samples - before.samples);
    this.#madeUp += Math.max(0, madeUp - before.madeUp);
    this.#frozenSeconds += Math.max(0, frozenSeconds - before.frozenSeconds);
    if (toldLost !== null) this.#theirLostMax = Math.max(this.#theirLostMax ?? 0, toldLost);
    if (roundTripMs !== null) {
      this.#roundTrips = { sum: this.#roundTrips.sum + roundTripMs, count: this.#roundTrips.count + 1 };
    }
    if (bars !== null && bars < (this.#worstBars ?? Infinity)) this.#worstBars = bars;
  }

  /** The call is over. */
  close(): void {
    this.#unwatch();
  }

  /** How it went so far; null where nothing was ever measured. */
  read(): CallRecord | null {
    if (!this.#hasBegun) return null;
    const since = (atMs: number | null) => atMs === null ? null : Math.round(atMs - this.#answeredAtMs);
    const { sum, count } = this.#roundTrips;
    return {
      answeredAtMs: Math.round(this.#answeredAtWallMs),
      connectedAfterMs: since(this.#connectedAtMs),
      pictureAfterMs: since(this.#pictureAtMs),
      seconds: Math.round((this.#call.monotonicNow() - this.#answeredAtMs) / 1_000),
      paths: [...this.#paths],
      replacements: this.#replacements,
      lostPercent: toPercent(this.#samples > 0 ? this.#madeUp / this.#samples : 0),
      theirLostPercentMax: this.#theirLostMax === null ? null : toPercent(this.#theirLostMax),
      frozenSeconds: Math.round(10 * this.#frozenSeconds) / 10,
      roundTripMsMean: count > 0 ? Math.round(sum / count) : null,
      worstBars: this.#worstBars,
    };
  }
}

function toPercent(share: number): number {
  return Math.round(1_000 * share) / 10;
}

/** Calls `see` once, when the other end's picture is there, unless the result is called before. */
function watchPicture(see: () => void): () => void {
  const page = globalThis.document as Document | undefined;
  const stop = () => page?.removeEventListener("loadeddata", look, true);
  const look = ({ target }: Event) => {
    if (!(target instanceof Element && target.matches(PICTURE))) return;
    stop();
    see();
  };
  // Events of media do not bubble, but are seen on their way down.
  page?.addEventListener("loadeddata", look, true);
  return stop;
}
