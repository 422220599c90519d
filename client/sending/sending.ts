/**
 * Looks after what one connection sends from microphone and camera: once a second it asks the browser how the path does,
 * has what decides (`redundancy.ts`, `ladder.ts`) say what follows, and does it. Loaded behind the first screen; every
 * connection that stands has one.
 */

import { attempt } from "../bounds/attempt.ts";
import type { Sent, Tended } from "../transceivers/tending.ts";
import { Ladder, type Rung } from "./ladder.ts";
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

class Sending implements Tended {
  readonly #sent: Sent;
  readonly #sound: SoundSender;
  readonly #redundancy: Redundancy;
  readonly #ladder = new Ladder();
  readonly #timer: ReturnType<typeof setInterval>;
  #rung: Rung | null = null;
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
    await this.#sound.set(this.#redundancy.depth, now.soundBitrate);
    if (this.#sent.sender("camera")?.track != null) this.#climb(this.#ladder.measure(now, atMs));
  }

  #climb(rung: Rung): void {
    if (rung === this.#rung) return;
    this.#rung = rung;
    const lines = this.#sent.sender("camera")?.track?.getSettings().height ?? HEIGHT;
    this.#sent.picture.limit({
      scaleDownBy: Math.max(1, lines / (rung.height ?? lines)),
      isActive: rung.height !== null,
      ...(rung.framesPerSecond > 0 && { maxFramerate: rung.framesPerSecond }),
    });
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
