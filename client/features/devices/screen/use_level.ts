/** Draws how loud the own microphone is, as `--level` of an element, without another round of the screen. */

import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";
import { attempt } from "../../../bounds/attempt.ts";
import { watchLevel } from "../../../devices/level_meter.ts";
import { localMedia } from "../../../model/state.ts";

/** Draws it for as long as the element is there; tells of it, too. */
export function useLevel(ref: RefObject<HTMLElement | null>, heard: (level: number) => void = () => {}): void {
  const { stream, isMuted } = localMedia.value;
  const track = stream?.getAudioTracks()[0] ?? null;
  useEffect(() => {
    if (track === null) return;
    let stop = () => {};
    attempt("show how loud the microphone is", () => {
      stop = watchLevel(track, (level) => {
        ref.current?.style.setProperty("--level", level.toFixed(2));
        heard(level);
      });
    });
    return () => stop();
  }, [track, isMuted]);
}
