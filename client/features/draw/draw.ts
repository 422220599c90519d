/**
 * Where both ends of one call point at a shared screen, and what they draw on it, for some seconds. It goes by the
 * connection alone, since it is worth nothing when it is late, and the points of two frames in one message. What the other
 * end says may be anything: what is no place in the picture is nothing, and only so much of it is kept. Knows no screen.
 */

import { type Signal, signal } from "@preact/signals";
import { count, type Guard, list, shape } from "../../../signaling/protocol/guards.ts";
import type { FeatureCall, FeatureLine } from "../../feature/feature.ts";
import type { DrawFeature, Place, Stroke, Trail } from "./draw_key.ts";

/** For how long a stroke and a dot show after their last point, in milliseconds; `draw.css` has strokes fade in it. */
export const SHOWN_MS = 5_000;
/** Between two messages, in milliseconds. */
export const PAUSE_MS = 33;
/** Numbers in one message, and in one stroke, of which the latest stay: two a point. */
export const SAID_MAX = 128;
export const STROKE_MAX = 1_024;
/** Of one end, the latest. */
export const STROKES_MAX = 12;

type Said = { readonly stroke: number; readonly points: number[] };
type Timer = ReturnType<typeof setTimeout> | undefined;

const isPart: Guard<number> = (value): value is number => typeof value === "number" && value >= 0 && value <= 1;
const isSaid = shape({ stroke: count(), points: list(isPart, SAID_MAX) });
const NOTHING: Trail = { strokes: [], dot: null };

/** The trail with what was said, and without what has faded. */
export function extend({ strokes }: Trail, { stroke, points }: Said, nowMs: number): Trail {
  const untilMs = nowMs + SHOWN_MS;
  const [x, y] = points.slice(-2);
  const dot = x === undefined || y === undefined ? null : { x, y, untilMs };
  const isSame = (each: Stroke) => each.stroke === stroke;
  const others = strokes.filter((each) => each.untilMs > nowMs && !isSame(each));
  const before = strokes.find(isSame)?.points ?? points.slice(0, 2);
  const longer = { stroke, points: [...before, ...points].slice(-STROKE_MAX), untilMs };
  return { strokes: stroke > 0 ? [...others, longer].slice(-STROKES_MAX) : others, dot };
}

class Draw implements DrawFeature {
  readonly #line: FeatureLine;
  readonly #call: FeatureCall;
  #waiting: Said | undefined;
  #pause: Timer;
  #fading: Timer;
  readonly view = { own: signal(NOTHING), remote: signal(NOTHING) };

  constructor(line: FeatureLine, call: FeatureCall) {
    [this.#line, this.#call] = [line, call];
  }

  mark(stroke: number, place: Place | null): void {
    const said = { stroke, points: place === null ? [] : [place.x, place.y] };
    this.#add(this.view.own, said);
    const { points } = this.#waiting ?? said;
    if (this.#waiting?.stroke === stroke && place !== null && points.length < SAID_MAX) points.push(place.x, place.y);
    else {
      if (this.#waiting !== undefined) this.#say(); // Another stroke waits for no pause.
      this.#waiting = said;
    }
    if (this.#pause === undefined) this.#say();
  }

  receive(): void {}

  receiveDirect(body: unknown): void {
    if (isSaid(body) && body.points.length % 2 === 0) this.#add(this.view.remote, body);
  }

  close(): void {
    clearTimeout(this.#pause);
    clearTimeout(this.#fading);
  }

  #say(): void {
    clearTimeout(this.#pause);
    this.#pause = this.#waiting && setTimeout(() => this.#say(), PAUSE_MS);
    if (this.#waiting !== undefined) this.#line.sendDirect(this.#waiting);
    this.#waiting = undefined;
  }

  /** When neither end has said anything for so long, all of it has faded. */
  #add(trail: Signal<Trail>, said: Said): void {
    trail.value = extend(trail.peek(), said, this.#call.now());
    clearTimeout(this.#fading);
    this.#fading = setTimeout(() => this.view.own.value = this.view.remote.value = NOTHING, SHOWN_MS);
  }
}

export function open(line: FeatureLine, call: FeatureCall): DrawFeature {
  return new Draw(line, call);
}
