/**
 * Says when the controls of a call may fade: after a while without movement, unless somebody is using them.
 *
 * A mouse or a key brings them back; on a touch screen a tap shows or hides them. They never fade while the keyboard's
 * focus or the mouse is on them, nor while `mayFade` is false.
 */

import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";

const QUIET_AFTER_MS = 3_000;
const CONTROLS = ".bar, .own, button";

type Handlers = {
  onPointerMove(event: PointerEvent): void;
  onPointerDown(event: PointerEvent): void;
  onClick(event: MouseEvent): void;
};

export function useQuiet(mayFade: boolean): { isQuiet: boolean; handlers: Handlers } {
  const isQuiet = useSignal(false);
  const timerRef = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const isMouseRef = useRef(true);

  const fade = () => {
    const inUse = document.querySelector(
      isMouseRef.current ? ".fading:hover, .fading :focus-visible" : ".fading :focus-visible",
    );
    if (inUse === null) isQuiet.value = true;
    else wake();
  };
  const wake = () => {
    isQuiet.value = false;
    clearTimeout(timerRef.current);
    timerRef.current = setTimeout(fade, QUIET_AFTER_MS);
  };

  useEffect(() => {
    wake();
    addEventListener("keydown", wake);
    addEventListener("focusin", wake);
    return () => {
      clearTimeout(timerRef.current);
      removeEventListener("keydown", wake);
      removeEventListener("focusin", wake);
    };
  }, [mayFade]);

  const handlers: Handlers = {
    onPointerMove(event) {
      if (event.pointerType === "mouse") wake();
    },
    onPointerDown(event) {
      isMouseRef.current = event.pointerType === "mouse";
      if (isMouseRef.current) wake();
    },
    onClick(event) {
      const isOnControls = event.target instanceof Element && event.target.closest(CONTROLS) !== null;
      if (isMouseRef.current || isOnControls || isQuiet.value) return wake();
      clearTimeout(timerRef.current);
      isQuiet.value = true;
    },
  };
  return { isQuiet: isQuiet.value && mayFade, handlers };
}
