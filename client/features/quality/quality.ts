/**
 * Measures once a second how good a call is, and has the other end's measure told, so that both know on whose side a fault
 * is. What decides is pure: `e_model.ts`, `cause.ts`. It goes by the connection alone, every few seconds at most. At the
 * end of the call a record of it stays on this device.
 */

import { signal } from "@preact/signals";
import { count, type Guard, isBoolean, nullable, shape } from "../../../signaling/protocol/guards.ts";
import { attempt } from "../../bounds/attempt.ts";
import type { FeatureCall, FeatureLine } from "../../feature/feature.ts";
import { CallHistory } from "./call_history.ts";
import { type Cause, findCause, LastingCause, type Report } from "./cause.ts";
import { type CallRecord, callRecords } from "./call_records.ts";
import { type Bars, delayOf, rate, SteadyBars } from "./e_model.ts";
import { type QualityFeature, type Sample, SAMPLES_MAX } from "./quality_key.ts";
import { compareReadings, type Reading, readQuality } from "./reading.ts";

const EVERY_MS = 1_000;
/** Over so many readings sound is counted: a second of it is too short to tell by. */
const WINDOW = 5;
/** So many with sound in them are those of a connection that begins: its jitter buffer makes up sound until it is full. */
const SETTLING = 2;
/** Between two words to the other end at least, and at most, in milliseconds. */
const SAID_MS_MIN = 3_000;
const SAID_MS_MAX = 15_000;
/** After that what the other end has said counts no more. */
const HEARD_MS = 40_000;
/** How much more, or less, is worth a word, in thousandths of the sound. */
const WORTH = 10;
/** What the path takes when it takes hardly a picture, in bit/s. */
const SLOW = 200_000;
/** For how long the processor must be the limit, in milliseconds: each does at times. */
const BUSY_MS = 15_000;

const isPart: Guard<number> = (value): value is number => count()(value) && value <= 1_000;
const isSaid = shape({ lost: nullable(isPart), isSlow: isBoolean, isBusy: isBoolean });

class Quality implements QualityFeature {
  readonly #line: FeatureLine;
  readonly #call: FeatureCall;
  readonly #timer: ReturnType<typeof setInterval>;
  readonly #bars = new SteadyBars();
  readonly #cause = new LastingCause();
  readonly #history: CallHistory;
  /** Those of the connection in use, the oldest first. */
  #readings: Reading[] = [];
  #settling = SETTLING;
  #connection: ReturnType<FeatureLine["connection"]> = null;
  #idleAtMs: number;
  #said: { readonly report: Report; readonly atMs: number } | null = null;
  #heard: { readonly report: Report; readonly atMs: number } | null = null;
  #isAsking = false;
  #isClosed = false;
  readonly view = {
    bars: signal<Bars | null>(null),
    cause: signal<Cause | null>(null),
    samples: signal<readonly Sample[]>([]),
    latest: signal<Reading | null>(null),
  };

  constructor(line: FeatureLine, call: FeatureCall) {
    [this.#line, this.#call] = [line, call];
    this.#idleAtMs = call.monotonicNow();
    this.#history = new CallHistory(call);
    this.#timer = setInterval(() => attempt("measure the call", () => this.#look()), EVERY_MS);
    callRecords(); // They are read by the time that there is one more.
  }

  /** One look at a time: a browser that is busy may take longer than it is to the next. */
  async #look(): Promise<void> {
    const connection = this.#line.connection();
    if (this.#isAsking || connection === null) return;
    this.#isAsking = true;
    try {
      const stats = await connection.readStats();
      const reading = readQuality(stats, this.#call.monotonicNow());
      if (!this.#isClosed && reading.path !== null) this.#take(reading, connection);
    } finally {
      this.#isAsking = false;
    }
  }

  #take(reading: Reading, connection: ReturnType<FeatureLine["connection"]>): void {
    if (connection !== this.#connection) {
      if (this.#connection !== null) this.#history.noteReplaced();
      this.#connection = connection;
      this.#readings = [];
      this.#settling = SETTLING;
    }
    if (reading.packets > 0 && this.#settling-- > 0) this.#readings = [];
    const [last, first] = [this.#readings.at(-1), this.#readings[0]];
    this.#readings = [...this.#readings, reading].slice(-WINDOW - 1);
    if (!reading.isBusy) this.#idleAtMs = reading.atMs;
    this.view.latest.value = reading;
    if (first !== undefined && last !== undefined) this.#judge(reading, first, last);
  }

  #judge(reading: Reading, first: Reading, last: Reading): void {
    const { atMs, roundTripMs, received, sent } = reading;
    const { lost, bufferMs } = compareReadings(first, reading);
    const isHeld = this.#call.isHeld();
    const report = {
      lost: isHeld ? null : lost,
      isSlow: reading.available !== null && reading.available < SLOW,
      isBusy: atMs - this.#idleAtMs >= BUSY_MS,
    };
    this.#tell(report, atMs);
    const theirs = this.#heard !== null && atMs - this.#heard.atMs < HEARD_MS ? this.#heard.report : null;
    const delayMs = delayOf({ roundTripMs: roundTripMs ?? 0, bufferMs });
    if (report.lost !== null) {
      this.view.bars.value = this.#bars.measure(rate({ lost: report.lost, delayMs }), atMs);
    }
    this.view.cause.value = this.#cause.measure(isHeld ? null : findCause(report, theirs, roundTripMs), atMs);
    const { receivedRate, sentRate } = compareReadings(last, reading);
    const sample = {
      lost,
      receivedRate,
      sentRate,
      delayMs,
      roundTripMs,
      received,
      sent,
      toldLost: theirs?.lost ?? null,
    };
    this.view.samples.value = [...this.view.samples.value, sample].slice(-SAMPLES_MAX);
    this.#history.note(last, reading, { bars: this.#bars.shown, toldLost: sample.toldLost });
  }

  #tell(report: Report, nowMs: number): void {
    const said = this.#said;
    const [lost, before] = [toPart(report.lost), toPart(said?.report.lost ?? null)];
    const hasChanged = said === null || said.report.isSlow !== report.isSlow || said.report.isBusy !== report.isBusy ||
      (lost === null) !== (before === null) || Math.abs((lost ?? 0) - (before ?? 0)) >= WORTH;
    const agoMs = nowMs - (said?.atMs ?? -Infinity);
    if (agoMs < SAID_MS_MIN || (!hasChanged && agoMs < SAID_MS_MAX)) return;
    if (this.#line.sendDirect({ ...report, lost })) this.#said = { report, atMs: nowMs };
  }

  /** It goes by the connection alone. */
  receive(): void {}

  receiveDirect(body: unknown): void {
    if (!isSaid(body)) return;
    const { lost, isSlow, isBusy } = body;
    const report = { lost: lost === null ? null : lost / 1_000, isSlow, isBusy };
    this.#heard = { report, atMs: this.#call.monotonicNow() };
  }

  noteConnected(atMs: number): void {
    this.#history.noteConnected(atMs);
  }

  readRecords(): readonly CallRecord[] {
    const own = this.#history.read();
    return own === null ? callRecords().value : [own, ...callRecords().value];
  }

  deleteRecords(): void {
    callRecords().change(() => []);
    callRecords().forgetAside();
  }

  close(): void {
    this.#isClosed = true;
    clearInterval(this.#timer);
    this.#history.close();
    const record = this.#history.read();
    if (record !== null) callRecords().change((records) => [record, ...records]);
  }
}

function toPart(share: number | null): number | null {
  return share === null ? null : Math.round(1_000 * share);
}

export function open(line: FeatureLine, call: FeatureCall): QualityFeature {
  return new Quality(line, call);
}
