/**
 * Looks after what one connection sends: once a second it asks the browser how the path does, has what decides
 * (`redundancy.ts`, `ladder.ts`, `budget.ts`) say what follows, and does it. Loaded behind the first screen; every
 * connection that stands has one. What looks after pictures is a part of its own: until it has come, they go out as
 * browsers send them.
 */

import { attempt } from "../bounds/attempt.ts";
import type { Sent, Tended } from "../transceivers/tending.ts";
import { type Depth, Redundancy } from "./redundancy.ts";
import { readSending } from "./sending_stats.ts";
import type { SentPictures } from "./sent_pictures.ts";
import { SoundSender } from "./sound_sender.ts";

/** How often it asks, in milliseconds. */
const EVERY_MS = 1_000;

let part: typeof import("./sent_pictures.ts") | null = null;
attempt("load what looks after pictures", async () => part = await import("./sent_pictures.ts"));

/** What the latest report made of a path, for the connection that takes the place of the one that it was of. */
let latest: { readonly depth: Depth; readonly atMs: number } | null = null;
/** How long that counts, in milliseconds. */
const LATEST_MS = 15_000;

/** How often each piece of sound goes out again by now, as far as anything was reported of late. */
export function readDepth(): Depth {
  return latest !== null && performance.now() - latest.atMs < LATEST_MS ? latest.depth : 1;
}

class Sending implements Tended {
  readonly #sent: Sent;
  readonly #sound: SoundSender;
  readonly #redundancy: Redundancy;
  #pictures: SentPictures | null = null;
  readonly #timer: ReturnType<typeof setInterval>;
  /** What the other end has use for. */
  #needed: number | null = null;
  #reportedAt: unknown = null;
  #isAsking = false;
  #isClosed = false;

  constructor(sent: Sent) {
    this.#sent = sent;
    const isRecent = latest !== null && performance.now() - latest.atMs < LATEST_MS;
    this.#redundancy = new Redundancy(isRecent ? latest?.depth : 1);
    this.#sound = new SoundSender(() => sent.sender("microphone"));
    this.#timer = setInterval(() => attempt("look after what is sent", () => this.#look()), EVERY_MS);
    attempt("send sound first", () => this.#sound.set(this.#redundancy.depth, null));
  }

  /** One look at a time: a browser that is busy may take longer than it is to the next. */
  async #look(): Promise<void> {
    if (this.#isAsking || this.#sent.connection.connectionState !== "connected") return;
    this.#isAsking = true;
    try {
      await this.#follow();
    } finally {
      this.#isAsking = false;
    }
  }

  async #follow(): Promise<void> {
    const now = readSending([...(await this.#sent.connection.getStats()).values()]);
    if (this.#isClosed) return;
    const atMs = performance.now();
    if (now.report !== null && now.report.at !== this.#reportedAt) {
      this.#reportedAt = now.report.at;
      latest = { depth: this.#redundancy.report(now.report, atMs), atMs };
    }
    attempt("repeat sound", () => this.#sound.set(this.#redundancy.depth, now.soundBitrate));
    this.#findPictures()?.follow({ ...now, isRepeated: this.#redundancy.depth > 1 }, atMs);
  }

  need(lines: number | null): void {
    this.#needed = lines;
    attempt("send what is needed", () => this.#findPictures()?.need(lines));
  }

  /** Null before what looks after them has come. */
  #findPictures(): SentPictures | null {
    return this.#pictures ??= part && new part.SentPictures(this.#sent, this.#needed);
  }

  close(): void {
    this.#isClosed = true;
    clearInterval(this.#timer);
    this.#pictures?.close();
    attempt("stop repeating sound", () => this.#sound.close());
  }
}

export function tend(sent: Sent): Tended {
  return new Sending(sent);
}
