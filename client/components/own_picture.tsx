/**
 * The own picture: large while it rings, then a rounded tile in a corner of the call.
 *
 * The tile follows the pointer and settles in the nearest corner; with the focus on it, the arrow keys move it. The
 * corner outlives the call, because whoever moved it once wants it there.
 */

import { signal, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { localMedia } from "../state.ts";
import { CameraOffIcon } from "./icons.tsx";

type Corner = { readonly isRight: boolean; readonly isBottom: boolean };
type Drag = { readonly fromX: number; readonly fromY: number; readonly x: number; readonly y: number };

const corner = signal<Corner>({ isRight: true, isBottom: true });

export function OwnPicture({ isLarge }: { isLarge: boolean }) {
  const videoRef = useRef<HTMLVideoElement>(null);
  const drag = useSignal<Drag | null>(null);
  const { stream, isCameraOn } = localMedia.value;
  const isPictured = isCameraOn && stream !== null && stream.getVideoTracks().length > 0;
  useEffect(() => {
    if (videoRef.current !== null && videoRef.current.srcObject !== stream) videoRef.current.srcObject = stream;
  }, [stream]);

  const { isRight, isBottom } = corner.value;
  const moved = drag.value;
  const classes = ["own", isLarge ? "large" : "tile", isRight && "right", isBottom && "bottom", moved && "dragged"];
  return (
    <div
      class={[...classes, !isPictured && "pictureless"].filter(Boolean).join(" ")}
      style={{ translate: moved === null ? "none" : `${moved.x - moved.fromX}px ${moved.y - moved.fromY}px` }}
      role="group"
      aria-label={isLarge ? "Own picture" : "Own picture, the arrow keys move it"}
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
        if (drag.value !== null) corner.value = nearestCorner(event.currentTarget);
        drag.value = null;
      }}
    >
      <video ref={videoRef} aria-label="Your video" autoplay playsInline muted />
      {!isPictured && !isLarge && <CameraOffIcon />}
    </div>
  );
}

function nearestCorner(tile: HTMLElement): Corner {
  const { left, top, width, height } = tile.getBoundingClientRect();
  return { isRight: left + width / 2 > innerWidth / 2, isBottom: top + height / 2 > innerHeight / 2 };
}

function moveByKey({ key }: KeyboardEvent): void {
  if (key === "ArrowLeft" || key === "ArrowRight") corner.value = { ...corner.value, isRight: key === "ArrowRight" };
  if (key === "ArrowUp" || key === "ArrowDown") corner.value = { ...corner.value, isBottom: key === "ArrowDown" };
}
