/**
 * The own picture: large while it rings, then a rounded tile in a corner of the call.
 *
 * The tile follows the pointer and settles in the nearest corner; with the focus on it, the arrow keys move it. The
 * corner outlives the call, because whoever moved it once wants it there.
 */

import { computed, signal, useSignal } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import type { CallView } from "../../conversation/call_views.ts";
import { type Actions, localMedia } from "../../model/state.ts";
import { callWords } from "../../words/call_words.ts";
import { isRtl, pageWords } from "../../words/language.ts";
import { FeatureParts } from "./feature_parts.tsx";
import { CameraOffIcon } from "../pieces/icons.tsx";
import { attach, Playback } from "../pieces/playback.ts";

type Corner = { readonly isRight: boolean; readonly isBottom: boolean };
type Drag = { readonly fromX: number; readonly fromY: number; readonly x: number; readonly y: number };

/** Null until somebody moves it: where lines end, at the bottom. */
const chosen = signal<Corner | null>(null);
const corner = computed(() => chosen.value ?? { isRight: !isRtl.value, isBottom: true });

export function OwnPicture({ call, actions }: { call: CallView; actions: Actions }) {
  const isLarge = call.phase === "outgoing";
  const videoRef = useRef<HTMLVideoElement>(null);
  const drag = useSignal<Drag | null>(null);
  const playback = useMemo(() => new Playback(() => {}), []); // Without sound there is nothing to ask a tap for.
  const { stream, isCameraOn } = localMedia.value;
  const isPictured = call.sendsVideo && isCameraOn && stream !== null && stream.getVideoTracks().length > 0;
  useEffect(() => attach(videoRef.current, stream), [stream]);

  const { isRight, isBottom } = corner.value;
  const moved = drag.value;
  const classes = ["own", isLarge ? "large" : "tile", isRight && "right", isBottom && "bottom", moved && "dragged"];
  return (
    <div
      class={[...classes, !isPictured && "pictureless"].filter(Boolean).join(" ")}
      style={{ translate: moved === null ? "none" : `${moved.x - moved.fromX}px ${moved.y - moved.fromY}px` }}
      role="group"
      aria-label={isLarge ? callWords.value.ownPicture : callWords.value.ownPictureMoves}
      tabIndex={isLarge ? undefined : 0}
      onKeyDown={moveByKey}
      onPointerDown={(event) => {
        if (isLarge || event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.value = { fromX: event.clientX, fromY: event.clientY, x: event.clientX, y: event.clientY };
      }}
      onPointerMove={(event) => {
        if (moved !== null) drag.value = { ...moved, x: event.clientX, y: event.clientY };
      }}
      onLostPointerCapture={(event) => {
        if (drag.value !== null) chosen.value = nearestCorner(event.currentTarget);
        drag.value = null;
      }}
    >
      <video
        ref={videoRef}
        aria-label={pageWords.value.yourVideo}
        autoplay
        playsInline
        muted
        onPause={({ currentTarget }) => playback.handlePause(currentTarget)}
      />
      {!isPictured && !isLarge && <CameraOffIcon />}
      {!isLarge && <FeatureParts place="Tile" call={call} actions={actions} />}
    </div>
  );
}

function nearestCorner(tile: HTMLElement): Corner {
  const { left, top, width, height } = tile.getBoundingClientRect();
  return { isRight: left + width / 2 > innerWidth / 2, isBottom: top + height / 2 > innerHeight / 2 };
}

function moveByKey({ key }: KeyboardEvent): void {
  if (key === "ArrowLeft" || key === "ArrowRight") chosen.value = { ...corner.value, isRight: key === "ArrowRight" };
  if (key === "ArrowUp" || key === "ArrowDown") chosen.value = { ...corner.value, isBottom: key === "ArrowDown" };
}
