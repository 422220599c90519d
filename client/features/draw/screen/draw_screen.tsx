/**
 * Pointing at a shared screen, and drawing on it, as both ends see it: the switch, and what lies over the picture, here and
 * in the small window. Who shares has no picture of their screen in the page; so there is one as soon as anybody draws on
 * it, large while they do so themselves.
 */

import { signal, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { CallView } from "../../../conversation/call_views.ts";
import { type FeatureKey, readView } from "../../../feature/feature.ts";
import type { FeaturePartProps, FeatureScreen } from "../../../model/feature_screen.ts";
import { PenIcon } from "../../../screens/pieces/icons.tsx";
import { attach } from "../../../screens/pieces/playback.ts";
import { draw as english } from "../../../words/en/features/draw.ts";
import { createPart } from "../../../words/language.ts";
import { whoOf } from "../../../words/who.ts";
import { remoteMediaOf } from "../../media_state/media_key.ts";
import type { SharingFeature } from "../../screen_share/screen_share_key.ts";
import { DRAW, type Trail } from "../draw_key.ts";
import { createPen } from "./pen.ts";

type Props = FeaturePartProps;
type PictureProps = Props & { readonly isSmall?: boolean };

/** A key of our own: that of the sharing itself would be one more file, which both screens wait for. */
const SHARE: FeatureKey<SharingFeature> = { name: "screen-share" };
const words = createPart("call", "draw", english);
const drawingIn = signal<CallView["callId"] | null>(null);

function ownOf({ features }: CallView): MediaStream | null | undefined {
  return readView(features, SHARE)?.picture;
}

/** Whether there is a screen to draw on: the other end's, or the own one. */
function isShared(call: CallView): boolean {
  return remoteMediaOf(call).screen || !!ownOf(call);
}

function isDrawing(call: CallView): boolean {
  return drawingIn.value === call.callId && isShared(call);
}

function nextPress(call: CallView): string {
  return isDrawing(call) ? words.value.stop : words.value.draw;
}

function turnDrawing(call: CallView): void {
  drawingIn.value = !isDrawing(call) && isShared(call) ? call.callId : null;
}

/** The most that the other end has done since `isShown`: 2 for drawing, 1 for pointing, which `isAlso` counts as, or 0. */
function useSeen({ features }: CallView, isShown: boolean, isAlso?: boolean): number {
  const seen = useRef(0);
  const trail = readView(features, DRAW)?.remote.value;
  const now = trail?.strokes.length ? 2 : isAlso || trail?.dot ? 1 : 0;
  return seen.current = isShown ? Math.max(seen.current, now) : 0;
}

function Switch({ call, actions }: Props) {
  const isShown = isShared(call);
  const seen = useSeen(call, isShown);
  const { theyPoint, theyDraw } = words.value;
  useEffect(() => {
    if (isShown) actions.useFeature(call.callId, DRAW, () => {});
    else drawingIn.value = null;
  }, [isShown]);
  return (
    <>
      <p class="unseen" role="status">{seen > 0 && (seen > 1 ? theyDraw : theyPoint)(whoOf(call))}</p>
      {isShown && (
        <button type="button" class="draw chip fading" onClick={() => turnDrawing(call)}>
          <PenIcon />
          {nextPress(call)}
        </button>
      )}
    </>
  );
}

/** The own screen, with what is drawn on it; large while the person draws there, and in the small window. */
function OwnScreen(props: PictureProps) {
  const { call, isSmall } = props;
  const own = ownOf(call);
  const ref = useRef<HTMLVideoElement>(null);
  const sizes = useSignal(0);
  const isOn = isDrawing(call) && !remoteMediaOf(call).screen;
  const isShown = useSeen(call, !!own, isOn) > 0;
  useEffect(() => attach(ref.current, own), [isShown && own]);
  return isShown && (
    <div class={`shared-screen own-screen ${isOn || isSmall ? "" : "aside"}`}>
      <video
        ref={ref}
        aria-label={words.value.ownScreen}
        autoplay
        muted
        playsInline
        onResize={() => sizes.value++}
      />
      <Drawing key={sizes.value} {...props} isOwn />
    </div>
  );
}

/** What lies over a picture of a screen, and takes the presses there while the person draws. */
function Drawing({ call, actions, isSmall, isOwn = false }: PictureProps & { readonly isOwn?: boolean }) {
  const ref = useRef<SVGSVGElement>(null);
  // Each end draws on the other's screen where that shares one, else on its own.
  const isOwnHere = isOwn !== remoteMediaOf(call).screen;
  const isRemoteHere = isOwn === !!ownOf(call);
  const isOn = isOwnHere && isDrawing(call) && !isSmall;
  useEffect(() => {
    if (isOn) ref.current?.focus({ preventScroll: true });
  }, [isOn]);
  const view = readView(call.features, DRAW);
  const video = document.querySelector<HTMLVideoElement>(isOwn ? ".own-screen video" : "video.shared-screen");
  const width = video?.videoWidth || 1;
  const height = video?.videoHeight || 1;
  const hand = ({ strokes, dot }: Trail, name?: string) => (
    <g class={call.isOutgoing === !name ? "of-caller" : "of-callee"}>
      <g transform={`scale(${width} ${height})`}>
        {strokes.map(({ untilMs, stroke, points }) => (
          <g key={untilMs + stroke}>
            <polyline class="edge" points={points.join(" ")} />
            <polyline points={points.join(" ")} />
          </g>
        ))}
      </g>
      {dot && (
        <g
          key={dot.untilMs}
          class={`dot ${dot.x > 0.5 ? "far" : ""}`}
          transform={`translate(${dot.x * width} ${dot.y * height}) scale(${height / 500})`}
        >
          <circle r="6" />
          <text>{name}</text>
        </g>
      )}
    </g>
  );
  const pen = isOn && {
    ...createPen(
      video,
      { width, height },
      (stroke, place) => actions.useFeature(call.callId, DRAW, (feature) => feature.mark(stroke, place)),
    ),
    // In lower case: Preact sets what an svg has as it is written.
    ...{ role: "application" as const, "aria-label": words.value.byKeys, tabindex: 0 },
  };
  return (
    <svg ref={ref} class={`drawing ${isOn ? "on" : ""}`} viewBox={`0 0 ${width} ${height}`} {...pen}>
      {view && isOwnHere && hand(view.own.value)}
      {view && isRemoteHere && hand(view.remote.value, whoOf(call))}
    </svg>
  );
}

export const SCREEN: FeatureScreen = {
  name: DRAW.name,
  Notice: Switch,
  Layer: OwnScreen,
  OverScreen: Drawing,
  Small(props) {
    const Part = remoteMediaOf(props.call).screen ? Drawing : OwnScreen;
    return <Part {...props} isSmall />;
  },
  shortcuts: [{ key: "d", say: nextPress, press: turnDrawing }],
};
