/**
 * Looks after what one connection sends from microphone and camera: once a second it asks the browser how the path does,
 * has what decides (`redundancy.ts`, `ladder.ts`) say what follows, and does it. Loaded behind the first screen; every
 * connection that stands has one.
 */

import { attempt } from "../bounds/attempt.ts";
import type { Sent, Tended } from "../transceivers/tending.ts";
import { Ladder } from "./ladder.ts";
import type { PictureLimits } from "../transceivers/picture_sender.ts";
import { type Depth, Redundancy } from "./redundancy.ts";
import { readSending } from "./sending_stats.ts";
import { SoundSender } from "./sound_sender.ts";

/** How often it asks, in milliseconds. */
const EVERY_MS = 1_000;
/** Lines of a picture whose camera does not say. */
const HEIGHT = 720;

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
  readonly #ladder = new Ladder();
  readonly #timer: ReturnType<typeof setInterval>;
  /** What the other end has use for. */
  #needed: number | null = null;
  /** What was set last, in words, so that it is set once. */
  #set = "";
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
    // What nobody sends or looks at tells nothing of the path.
    const isSeen = this.#needed !== 0 && (this.#sent.sender("camera")?.track ?? null) !== null;
    if (isSeen) this.#ladder.measure(now, atMs);
    this.#limit();
  }

  need(lines: number | null): void {
    this.#needed = lines;
    attempt("send what is needed", () => this.#limit());
  }

  /** What the path takes, and no more than the other end needs. */
  #limit(): void {
    const { height, framesPerSecond } = this.#ladder.rung;
    const settings = this.#sent.sender("camera")?.track?.getSettings();
    // A sender that has nothing to send takes no limits.
    if (settings === undefined) return void (this.#set = "");
    const own = Math.min(settings.height ?? HEIGHT, settings.width ?? Infinity);
    const lines = Math.min(height, this.#needed ?? Infinity, own);
    const limits: PictureLimits = {
      scaleResolutionDownBy: lines === 0 ? 1 : own / lines,
      active: lines > 0,
      maxFramerate: framesPerSecond,
    };
    const words = JSON.stringify(limits);
    if (words === this.#set) return;
    this.#set = words;
    this.#sent.picture.limit(limits);
  }

  close(): void {
    this.#isClosed = true;
    clearInterval(this.#timer);
    attempt("stop repeating sound", () => this.#sound.close());
  }
}

export function tend(sent: Sent): Tended {
  return new Sending(sent);
}
