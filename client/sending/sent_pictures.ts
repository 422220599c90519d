/**
 * Limits the pictures of one connection to what its path takes (`ladder.ts`), what the page may send in all its calls
 * (`budget.ts`), and what the other end has use for. Used by `sending.ts`, and loaded by it.
 */

import type { Source } from "../media/source.ts";
import type { PictureLimits } from "../transceivers/picture_sender.ts";
import type { Sent } from "../transceivers/tending.ts";
import { divide, type Link, type Share } from "./budget.ts";
import { Ladder, type Measured } from "./ladder.ts";

/** Lines of a picture whose camera does not say. */
const HEIGHT = 720;
/** A shared screen's pictures a second: text is read, and the rest is not (W3C mst-content-hint `#video-content-hints`). */
const TEXT_FPS = 15;
const MOTION_FPS = 30;
/** Lines of the camera's picture beside a screen. */
const BESIDE_SCREEN_HEIGHT = 180;

/** All of this page. */
const all = new Set<SentPictures>();

export class SentPictures {
  readonly #sent: Sent;
  readonly #ladder = new Ladder();
  /** What the other end has use for. */
  #needed: number | null;
  #isRelayed = false;
  #isRepeated = false;
  /** What was set last of camera and screen, in words, so that it is set once. */
  readonly #set = ["", ""];

  constructor(sent: Sent, needed: number | null) {
    this.#sent = sent;
    this.#needed = needed;
    all.add(this);
  }

  /** @param now with `isRepeated`: sound goes out more often than browsers send it */
  follow(now: Measured & { readonly isRelayed: boolean; readonly isRepeated: boolean }, nowMs: number): void {
    this.#isRelayed = now.isRelayed;
    this.#isRepeated = now.isRepeated;
    // What nobody sends or looks at tells nothing of the path.
    if (this.link.lines > 0) this.#ladder.measure(now, nowMs);
    this.#limit();
  }

  need(lines: number | null): void {
    this.#needed = lines;
    this.#limit();
  }

  #trackOf(source: Source): MediaStreamTrack | null {
    return this.#sent.sender(source)?.track ?? null;
  }

  /** What it would send, as the budget asks for it. */
  get link(): Link {
    return {
      isRelayed: this.#isRelayed,
      sound: this.#trackOf("microphone") === null ? null : this.#isRepeated ? "repeated" : "plain",
      lines: this.#trackOf("camera") === null ? 0 : this.#needed ?? Infinity,
      hasScreen: this.#trackOf("screen") !== null && this.#needed !== 0,
    };
  }

  #share(): Share {
    const isLow = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
    const sharing = [...all];
    return divide(sharing.map(({ link }) => link), isLow)[sharing.indexOf(this)] ?? { camera: 0, screen: 0 };
  }

  /** What path and budget allow, and no more than the other end needs. */
  #limit(): void {
    const { camera, screen } = this.#share();
    const { height, framesPerSecond } = this.#ladder.within(camera);
    const hasScreen = this.#trackOf("screen") !== null;
    const most = Math.min(height, this.#needed ?? Infinity, hasScreen ? BESIDE_SCREEN_HEIGHT : Infinity);
    this.#limitOne(0, "camera", most, framesPerSecond, camera);
    const isText = this.#trackOf("screen")?.contentHint !== "motion";
    this.#limitOne(1, "screen", this.#needed === 0 ? 0 : Infinity, isText ? TEXT_FPS : MOTION_FPS, screen);
  }

  #limitOne(index: 0 | 1, source: Source, most: number, maxFramerate: number, bitrate: number): void {
    const settings = this.#trackOf(source)?.getSettings();
    // A sender that has nothing to send takes no limits.
    if (settings === undefined) return void (this.#set[index] = "");
    const own = Math.min(settings.height ?? HEIGHT, settings.width ?? Infinity);
    const lines = Math.min(most, own);
    const limits: PictureLimits = {
      scaleResolutionDownBy: lines === 0 ? 1 : own / lines,
      active: lines > 0,
      maxFramerate,
      ...(lines > 0 ? { maxBitrate: Math.round(bitrate) } : {}),
    };
    const words = JSON.stringify(limits);
    if (words === this.#set[index]) return;
    this.#set[index] = words;
    this.#sent.pictures[index].limit(limits);
  }

  close(): void {
    all.delete(this);
  }
}
