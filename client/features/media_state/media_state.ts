/**
 * Tells the other end which sources this one sends from, whenever that changes, and shows what the other end says of
 * itself. Only the latest word matters. An answer leaves before any device is asked for, so this is how every callee's
 * picture comes to be shown.
 *
 * That the other end has put the call on hold counts at once. That it has resumed it opens camera and microphone here, and
 * so counts once every `RESUME_MS`, also over calls that go on with one another; what is said before then waits.
 */

import { count, type Guarded, isBoolean, optional, shape } from "../../../signaling/protocol/guards.ts";
import type { Feature, FeatureCall, FeatureLine } from "../../feature/feature.ts";
import { type MediaState, readMedia, tellMedia } from "../../media/source.ts";

const isToldMedia = shape({
  audio: isBoolean,
  video: isBoolean,
  screen: optional(isBoolean),
  screenSound: optional(isBoolean),
  joining: optional(isBoolean),
  hold: optional(isBoolean),
});

/** How often the other end may resume a call, in milliseconds. */
export const RESUME_MS = 2_000;

const isLegacy = shape({ isHeld: isBoolean, resumesAtMs: count() });
type Legacy = Guarded<typeof isLegacy>;

class MediaStateFeature implements Feature<MediaState> {
  readonly #line: FeatureLine;
  readonly #call: FeatureCall;
  #told = "";
  /** Whether the other end holds the call, as far as it counts, and before when it is not taken to have resumed it. */
  #held: Legacy = { isHeld: false, resumesAtMs: 0 };
  #resumeTimer: ReturnType<typeof setTimeout> | undefined;
  /** What it said of that last. */
  #isSaidHeld: boolean | undefined;
  view: MediaState;

  constructor(line: FeatureLine, call: FeatureCall) {
    [this.#line, this.#call, this.view] = [line, call, call.remoteMedia];
    if (isLegacy(call.legacy)) this.#held = call.legacy;
    this.handleLocalMedia(call.localMedia());
  }

  receive(body: unknown): void {
    if (!isToldMedia(body)) return;
    this.view = readMedia(body);
    this.#hearHold(body.hold ?? false);
    this.#call.changed();
  }

  #hearHold(isHeld: boolean): void {
    clearTimeout(this.#resumeTimer);
    this.#isSaidHeld = isHeld;
    const waitMs = this.#held.isHeld && !isHeld ? this.#held.resumesAtMs - this.#call.now() : 0;
    // Never longer: the clock may have been set.
    if (waitMs > 0) this.#resumeTimer = setTimeout(() => this.#takeHold(false), Math.min(waitMs, RESUME_MS));
    else this.#takeHold(isHeld);
  }

  #takeHold(isHeld: boolean): void {
    const resumesAtMs = this.#held.isHeld && !isHeld ? this.#call.now() + RESUME_MS : this.#held.resumesAtMs;
    this.#held = { isHeld, resumesAtMs };
    this.#call.held(isHeld);
  }

  bequeath(): Legacy {
    return this.#held;
  }

  handleLocalMedia(media: MediaState): void {
    const told = { ...tellMedia(media), hold: this.#call.isHeld() };
    const text = JSON.stringify(told);
    if (text === this.#told) return;
    this.#told = text;
    this.#line.send(told, { isLatest: true });
  }

  /** That it has resumed the call is said once: where this fails, nobody would hear of it again. */
  close(): void {
    clearTimeout(this.#resumeTimer);
    if (this.#isSaidHeld === false) this.#call.held(false);
  }
}

export function open(line: FeatureLine, call: FeatureCall): Feature {
  return new MediaStateFeature(line, call);
}
