/**
 * Two ends of one call's streams, and the connection between them in the hands of the test: what is on its way, when it
 * arrives, and when all of it is lost.
 */

import FakeTimers from "@sinonjs/fake-timers";
import type { Bytes } from "../../client/streams/byte_queue.ts";
import { encodeFrame, type Frame, parseFrame } from "../../client/streams/frames.ts";
import type { ByteReader } from "../../client/streams/stream_reader.ts";
import type { Pipe } from "../../client/streams/pipe.ts";
import { Streams } from "../../client/streams/streams.ts";
import { letPromisesSettle } from "./connection_pair.ts";

/** Bytes that tell where in the stream they stand. */
export function bytesAt(from: number, length: number): Bytes {
  return Uint8Array.from({ length }, (_, index) => (from + index) * 31 % 251);
}

export class StreamEnd {
  readonly streams: Streams;
  /** Streams of the other end's, in the order in which they were offered. */
  readonly offered: ByteReader[] = [];
  /** Frames that this end has sent and the other has not got yet. */
  readonly onTheirWay: Bytes[] = [];
  readonly needs: number[] = [];
  violations = 0;
  /** Whether anybody takes the other end's streams. */
  isTaking = true;
  /** The connection fails at the next frame that is sent. */
  isFailing = false;
  /** What the browser has to send yet, as it says. */
  bufferedBytes = 0;

  constructor({ isOdd, now }: { isOdd: boolean; now: () => number }) {
    this.streams = new Streams({
      isOdd,
      now,
      offer: (reader) => {
        if (this.isTaking) this.offered.push(reader);
        return this.isTaking;
      },
      needed: () => void this.needs.push(now()),
      violated: () => void this.violations++,
    });
  }

  attach(): void {
    this.onTheirWay.length = 0;
    const { onTheirWay } = this;
    const bufferedBytes = () => this.bufferedBytes;
    const pipe: Pipe = {
      send: (frame) => {
        if (this.isFailing) this.streams.detach();
        return !this.isFailing && onTheirWay.push(frame) > 0;
      },
      get bufferedBytes() {
        return bufferedBytes();
      },
    };
    this.streams.attach(pipe);
  }

  /** What this end has sent and the other has not got yet, as frames. */
  get said(): Frame[] {
    return this.onTheirWay.map((bytes) => parseFrame(bytes.buffer) as Frame);
  }

  /** Has this end get a frame that the test made up. */
  get(frame: Frame): void {
    this.streams.receive(encodeFrame(frame).buffer);
  }
}

export class StreamWorld implements Disposable {
  readonly clock = FakeTimers.install({ now: 1_000_000, toFake: ["setTimeout", "clearTimeout"] });
  readonly odd = new StreamEnd({ isOdd: true, now: () => this.clock.now });
  readonly even = new StreamEnd({ isOdd: false, now: () => this.clock.now });

  constructor() {
    this.connect();
  }

  [Symbol.dispose](): void {
    this.odd.streams.close("call-ended");
    this.even.streams.close("call-ended");
    this.clock.uninstall();
  }

  /** Another connection; what was on its way on the one before is lost. */
  connect(): void {
    for (const end of [this.odd, this.even]) end.attach();
  }

  /** Brings the oldest frame of an end to the other; false if there is none. */
  bring(from: StreamEnd): boolean {
    const frame = from.onTheirWay.shift();
    if (frame !== undefined) (from === this.odd ? this.even : this.odd).streams.receive(frame.buffer);
    return frame !== undefined;
  }

  /** Lets all that is on its way arrive, and what follows from it; a millisecond passes with each round. */
  async settle(): Promise<void> {
    for (let isMoving = true; isMoving;) {
      this.clock.tick(1);
      isMoving = false;
      for (const end of [this.odd, this.even]) while (this.bring(end)) isMoving = true;
      await letPromisesSettle();
      if (!isMoving) this.clock.tick(30); // An acknowledgement may wait.
      isMoving ||= [this.odd, this.even].some(({ onTheirWay }) => onTheirWay.length > 0);
    }
  }
}

/** Reads a stream to its end. */
export async function readAll(reader: ByteReader | undefined): Promise<Bytes> {
  if (reader === undefined) throw new Error("No stream was offered");
  const parts: Bytes[] = [];
  for (let part = await reader.read(); part !== null; part = await reader.read()) parts.push(part);
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** What became of a promise: a value, or the code that it was rejected with. */
export async function outcomeOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    return await promise;
  } catch (error) {
    return (error as { code?: unknown }).code ?? error;
  }
}

/** The code that a refusal throws; null where nothing is refused. */
export function codeOf(act: () => unknown): unknown {
  try {
    act();
    return null;
  } catch (error) {
    return (error as { code?: unknown }).code ?? error;
  }
}
