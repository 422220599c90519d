/**
 * What draws and points for the person: a mouse, a finger or a pen on the picture, which draw while they are down; arrow
 * keys, which only point. The wheel goes on to what is below.
 */

import type { TargetedEvent, TargetedPointerEvent } from "preact";
import type { Place } from "../draw_key.ts";
import { keepIn, placeIn, type Size } from "../picture.ts";

/** The last stroke of this page; the one that is being drawn, 0 while none is; and where the pen is, and since when. */
let strokes = 0;
let stroke = 0;
let at: Place = { x: 0.5, y: 0.5 };
let atMs = 0;

type Mark = (stroke: number, place: Place | null) => void;

/** What to listen to over a picture; what is not the pen's goes on to `below`. */
export function createPen(below: HTMLElement | null, picture: Size, mark: Mark) {
  const follow = (event: TargetedPointerEvent<SVGSVGElement>) => {
    const { currentTarget, clientX, clientY, type, timeStamp } = event;
    if (!event.buttons) stroke = 0; // Drawing may have ended under a finger, and begun anew.
    const isDown = type === "pointerdown";
    // An early move comes when the hand moves, and not with the next frame; of a mouse that says a thousand a second, one
    // in 16 ms is taken. The move of a frame is as old as the last early one: where that was taken, it says nothing new.
    const pauseMs = type === "pointerrawupdate" ? 16 : 0;
    if (!event.isPrimary || (!isDown && timeStamp <= atMs + pauseMs)) return;
    atMs = timeStamp;
    const place = placeIn(picture, currentTarget.getBoundingClientRect(), clientX, clientY);
    const kept = keepIn(place);
    const isHere = kept.x === place.x && kept.y === place.y;
    if (isDown && isHere && !event.button) {
      stroke = ++strokes;
      currentTarget.setPointerCapture(event.pointerId);
    }
    mark(stroke, stroke || isHere ? at = kept : null);
  };
  return {
    onPointerDown: follow,
    onPointerMove: follow,
    onpointerrawupdate: follow,
    onLostPointerCapture: () => stroke = 0,
    onPointerLeave: () => mark(stroke = 0, null),
    onWheel(event: TargetedEvent<SVGSVGElement, WheelEvent>) {
      event.preventDefault();
      below?.dispatchEvent(new WheelEvent("wheel", event));
    },
    onKeyDown(event: KeyboardEvent) {
      const { key, shiftKey } = event;
      const by = shiftKey ? 0.1 : 0.02; // In parts of the picture.
      const along = (more: string, less: string) => key === more ? by : key === less ? -by : 0;
      const [x, y] = [along("ArrowRight", "ArrowLeft"), along("ArrowDown", "ArrowUp")];
      if (!x && !y) return;
      event.preventDefault();
      mark(stroke, at = keepIn({ x: at.x + x, y: at.y + y }));
    },
  };
}
