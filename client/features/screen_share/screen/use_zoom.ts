/**
 * Lets a person zoom into a shared screen and move it: by the wheel, two fingers, a double click, dragging, or keys. What
 * is drawn is the browser's transform of the video; nothing is asked of the other end.
 */

import { signal } from "@preact/signals";
import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";
import { pan, pinch, type Place, type Size, WHOLE, type Zoom, zoomAt } from "../zoom.ts";

/** Of the screen that is shown. */
export const zoom = signal<Zoom>(WHOLE);
/** How much one pixel of the wheel zooms, as an exponent. */
const PER_PIXEL = 0.002;
const STEP = 1.5;
const DOUBLE = 2.5;

let shown: HTMLElement | null = null;

function sizeOf(element: HTMLElement): Size {
  return { width: element.offsetWidth, height: element.offsetHeight };
}

/** Zooms around the middle, by keys. */
export function zoomBy(direction: 1 | -1): void {
  if (shown) zoom.value = zoomAt(zoom.peek(), STEP ** direction, WHOLE, sizeOf(shown));
}

export function showWhole(): void {
  zoom.value = WHOLE;
}

/** Follows the person while `isLarge`; shows all of it again when it ends. */
export function useZoom(ref: RefObject<HTMLElement | null>, isLarge: boolean): void {
  useEffect(() => {
    const element = ref.current;
    if (!element || !isLarge) return;
    shown = element;
    const stop = listen(element);
    return () => {
      stop();
      shown = null;
      showWhole();
    };
  }, [isLarge]);
}

function listen(element: HTMLElement): () => void {
  const fingers = new Map<number, Place>();
  // Of the box that does not move: the element's own is transformed.
  const placeOf = ({ clientX, clientY }: MouseEvent): Place => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const { x, y } = zoom.peek();
    return { x: clientX - (left + width / 2 - x), y: clientY - (top + height / 2 - y) };
  };
  const zoomTo = (factor: number, place: Place) => zoom.value = zoomAt(zoom.peek(), factor, place, sizeOf(element));
  const handlers: {
    [K in "wheel" | "dblclick" | "pointerdown" | "pointermove" | "lostpointercapture"]: (
      event: HTMLElementEventMap[K],
    ) => void;
  } = {
    wheel(event) {
      event.preventDefault();
      zoomTo(Math.exp(-event.deltaY * PER_PIXEL), placeOf(event));
    },
    dblclick: (event) => zoom.peek().scale > 1 ? showWhole() : zoomTo(DOUBLE, placeOf(event)),
    pointerdown(event) {
      if (event.button || fingers.size > 1) return;
      fingers.set(event.pointerId, placeOf(event));
      element.setPointerCapture(event.pointerId);
    },
    pointermove(event) {
      if (!fingers.has(event.pointerId)) return;
      const before = [...fingers.values()];
      fingers.set(event.pointerId, placeOf(event));
      const { by, factor, at } = pinch(before, [...fingers.values()]);
      zoom.value = pan(zoom.peek(), by, sizeOf(element));
      zoomTo(factor, at);
    },
    lostpointercapture: ({ pointerId }) => void fingers.delete(pointerId),
  };
  const off = new AbortController();
  for (const [type, handle] of Object.entries(handlers)) {
    // A wheel that may not be prevented would scroll or zoom the page.
    element.addEventListener(type, handle as EventListener, { signal: off.signal, passive: false });
  }
  return () => off.abort();
}
