/**
 * The controller of what is on its way, before a link that is a queue: bytes leave it at the link's rate, one after
 * another, and what waits longer than it holds is lost to nobody here but late.
 */

import { assert } from "@std/assert";
import { Pace, PACKET_BYTES, TARGET_MS, WINDOW_MAX, WINDOW_MIN } from "../../../client/streams/pace.ts";

type Link = {
  /** Bytes a millisecond, at a time. */
  readonly rateAt: (ms: number) => number;
  /** How long a byte takes where there is no queue, each way, in milliseconds. */
  readonly wayMs: number;
  /** Bytes a millisecond of others in the same queue. */
  readonly othersAt?: (ms: number) => number;
  /** What the receiver's clock shows beside the sender's, in milliseconds. */
  readonly clockMs?: number;
};

type Measured = { readonly ms: number; readonly queueMs: number; readonly sentBytes: number };

/** Plays so many milliseconds, one by one, and tells for each how long the queue is and what was sent in it. */
function play(link: Link, durationMs: number, { pace = new Pace() } = {}): Measured[] {
  const { rateAt, wayMs, othersAt = () => 0, clockMs = 7_777 } = link;
  const measured: Measured[] = [];
  const arriving: { atMs: number; sentMs: number; bytes: number }[] = [];
  let [inFlight, queuedBytes] = [0, 0];
  for (let ms = 0; ms < durationMs; ms++) {
    queuedBytes = Math.max(0, queuedBytes + othersAt(ms) - rateAt(ms));
    while (arriving[0] !== undefined && arriving[0].atMs + wayMs <= ms) {
      const { atMs, sentMs, bytes } = arriving.shift() as typeof arriving[0];
      const isFull = inFlight * 2 > pace.window;
      inFlight -= bytes;
      pace.handleArrived({ bytes, delayMs: atMs + clockMs - sentMs, roundMs: ms - sentMs, isFull }, ms);
    }
    let sentBytes = 0;
    for (;;) {
      const bytes = pace.messageBytesIn(pace.window - inFlight);
      if (bytes === 0) break;
      [inFlight, queuedBytes, sentBytes] = [inFlight + bytes, queuedBytes + bytes, sentBytes + bytes];
      arriving.push({ atMs: ms + queuedBytes / rateAt(ms) + wayMs, sentMs: ms, bytes });
    }
    measured.push({ ms, queueMs: queuedBytes / rateAt(ms), sentBytes });
  }
  return measured;
}

function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? NaN;
}

function sum(measured: readonly Measured[]): number {
  return measured.reduce((bytes, { sentBytes }) => bytes + sentBytes, 0);
}

const ARRIVED = { bytes: 1_000, delayMs: 10, roundMs: 20, isFull: true };

/** 1 Mbit/s. */
const NARROW = 125;

for (const wayMs of [1, 20, 100]) {
  Deno.test(`Pace keeps a queue of ${TARGET_MS} ms before 1 Mbit/s with ${wayMs} ms each way, for three minutes`, () => {
    const measured = play({ rateAt: () => NARROW, wayMs }, 180_000);
    assert(percentile(measured.map(({ queueMs }) => queueMs), 0.99) < 2.2 * TARGET_MS);
    // Of two packets, which are the least that there can be on the way, the second waits for the first.
    const packetMs = PACKET_BYTES / NARROW;
    const late = measured.slice(-60_000).map(({ queueMs }) => queueMs);
    assert(percentile(late, 0.5) < TARGET_MS + 2 * packetMs, "It takes its own queue for the path");
    assert(sum(measured) > 0.85 * NARROW * 180_000, `${sum(measured) / NARROW / 180_000}`);
  });
}

Deno.test("Pace fills 100 Mbit/s within seconds", () => {
  const measured = play({ rateAt: () => 12_500, wayMs: 10 }, 10_000);
  assert(sum(measured.slice(-5_000)) > 0.8 * 12_500 * 5_000, `${sum(measured.slice(-5_000)) / 12_500 / 5_000}`);
});

Deno.test("Pace gives way within a second to others who take most of the link, and takes it back", () => {
  const isBusy = (ms: number) => ms >= 20_000 && ms < 40_000;
  const link = { rateAt: () => NARROW, wayMs: 20, othersAt: (ms: number) => isBusy(ms) ? 90 : 0 };
  const measured = play(link, 60_000);
  const queues = measured.slice(21_000, 40_000).map(({ queueMs }) => queueMs);
  assert(percentile(queues, 0.99) < 3 * TARGET_MS, `${percentile(queues, 0.99)}`);
  assert(sum(measured.slice(50_000)) > 0.8 * NARROW * 10_000);
});

Deno.test("Pace is down within a second and a half where the link falls to a third", () => {
  const measured = play({ rateAt: (ms) => ms < 20_000 ? 3 * NARROW : NARROW, wayMs: 20 }, 30_000);
  const queues = measured.slice(21_500).map(({ queueMs }) => queueMs);
  assert(percentile(queues, 0.98) < 2.5 * TARGET_MS, `${percentile(queues, 0.98)}`);
});

Deno.test("Pace does not grow while its window is not in use, and stays within its bounds", () => {
  const pace = new Pace();
  const before = pace.window;
  for (let ms = 0; ms < 1_000; ms++) pace.handleArrived({ ...ARRIVED, isFull: false }, ms);
  assert(pace.window === before);
  for (let ms = 1_000; ms < 1_200; ms++) pace.handleArrived({ ...ARRIVED, bytes: 1_000_000 }, ms);
  assert(pace.window === WINDOW_MAX);
  for (let ms = 0; ms < 60; ms++) pace.handleArrived({ ...ARRIVED, delayMs: 2_000 }, 2_000 + ms * 3_000);
  assert(pace.window >= WINDOW_MIN);
});

Deno.test("Pace begins again with little after a pause", () => {
  const pace = new Pace();
  for (let ms = 0; ms < 100; ms++) pace.handleArrived({ ...ARRIVED, bytes: 10_000 }, ms);
  pace.restart();
  assert(pace.window < 5 * PACKET_BYTES);
});
