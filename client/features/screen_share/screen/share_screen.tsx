/**
 * What is shown of a shared screen: the button in the bar, what is said of it at both ends, and the other end's screen
 * beside its camera. One of these is large, the other a tile, and a press on the tile swaps them.
 */

import { signal } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import type { CallView } from "../../../conversation/call_views.ts";
import { readView } from "../../../feature/feature.ts";
import type { FeaturePartProps, FeatureScreen } from "../../../model/feature_screen.ts";
import type { Actions } from "../../../model/state.ts";
import { Playback } from "../../../screens/pieces/playback.ts";
import { useSpeaker } from "../../../screens/pieces/speaker.ts";
import { screenShare as english } from "../../../words/en/features/screen_share.ts";
import { callWords } from "../../../words/call_words.ts";
import { createPart, joinSentences } from "../../../words/language.ts";
import { whoOf } from "../../../words/who.ts";
import { remoteMediaOf } from "../../media_state/media_key.ts";
import { SCREEN_SHARE, type ShareView } from "../screen_share_key.ts";
import { WHOLE } from "../zoom.ts";
import { ShareIcon, StopIcon, SwapIcon } from "./share_icons.tsx";
import { showWhole, useZoom, zoom, zoomBy } from "./use_zoom.ts";

type Props = { readonly call: CallView; readonly actions: Actions };

const shareWords = createPart("call", "screenShare", english);
/** The call in which the camera is the large picture and the screen the tile. */
const swappedIn = signal<CallView["callId"] | null>(null);

function shareOf({ features }: CallView): ShareView | null {
  return readView(features, SCREEN_SHARE);
}

function canShare(): boolean {
  return navigator.mediaDevices?.getDisplayMedia !== undefined;
}

function nextPress(call: CallView): string {
  return shareOf(call)?.phase === "sharing" ? shareWords.value.stop : shareWords.value.share;
}

function turnSharing(call: CallView, actions: Actions): void {
  if (!canShare()) return;
  const isSharing = shareOf(call)?.phase === "sharing";
  actions.useFeature(call.callId, SCREEN_SHARE, (feature) => isSharing ? feature.stop() : feature.share());
}

/** Loads the feature when the call stands: a press must reach the browser at once, or it refuses. Phones cannot share. */
function ShareControl({ call, actions }: Props) {
  useEffect(() => actions.useFeature(call.callId, SCREEN_SHARE, () => {}), [call.callId]);
  if (!canShare()) return null;
  const share = shareOf(call);
  const isSharing = share?.phase === "sharing";
  const name = nextPress(call);
  const isResting = call.isHeld || call.isRemoteHeld;
  return (
    <button
      type="button"
      class={`control ${isSharing ? "off" : ""} ${
        share?.phase === "choosing" ? "starting" : isResting ? "resting" : ""
      }`}
      title={isResting ? callWords.value.resting : name}
      aria-label={name}
      onClick={() => turnSharing(call, actions)}
    >
      {isSharing ? <StopIcon /> : <ShareIcon />}
    </button>
  );
}

/** What is said at both ends, for who hears it too; of this end's own sharing also for who sees. */
function ShareNotice({ call, actions }: Props) {
  const words = shareWords.value;
  const share = shareOf(call);
  const isSharing = share?.phase === "sharing";
  const own = share?.hasSound ? words.sharingWithSound : words.sharing;
  const said = [
    useLast(isSharing, own, words.stopped),
    useLast(remoteMediaOf(call).screen, words.theyShare(whoOf(call)), words.theyStopped(whoOf(call))),
    share?.problem ? words.problems[share.problem] : "",
  ];
  return (
    <>
      <p class="unseen" role="status">{joinSentences(...said)}</p>
      {share?.problem && <p class="chip trouble">{words.problems[share.problem]}</p>}
      {isSharing && (
        <div class="chip request">
          <ShareIcon />
          <span>{own}</span>
          <button
            type="button"
            class="button tonal"
            aria-pressed={share.isMoving}
            onClick={() =>
              actions.useFeature(call.callId, SCREEN_SHARE, (feature) => feature.setMoving(!share.isMoving))}
          >
            {words.moving}
          </button>
        </div>
      )}
    </>
  );
}

/** What is so; what it means that it is no more, once it was; nothing before. */
function useLast(isSo: boolean, sentence: string, ended: string): string {
  const wasSo = useRef(false);
  wasSo.current ||= isSo;
  return isSo ? sentence : wasSo.current ? ended : "";
}

/** The other end's screen, whole however it is shaped, for what is cut off of a screen cannot be read. */
function SharedScreen(props: FeaturePartProps) {
  const { call } = props;
  return remoteMediaOf(call).screen && call.remoteStreams && <Shown {...props} />;
}

function Shown(props: FeaturePartProps) {
  const { call } = props;
  const videoRef = useRef<HTMLVideoElement>(null);
  const audioRef = useRef<HTMLAudioElement>(null);
  useSpeaker(audioRef);
  const playback = useMemo(() => new Playback(() => {}), []); // Whoever was asked to tap for the call has tapped.
  const { callId, remoteStreams } = call;
  useEffect(() => playback.show(videoRef.current, remoteStreams?.screen), [remoteStreams]);
  useEffect(() => playback.show(audioRef.current, remoteStreams?.["screen-sound"]), [remoteStreams]);
  const handlePause = (event: { currentTarget: HTMLMediaElement }) => playback.handlePause(event.currentTarget);
  const hasCamera = remoteMediaOf(call).camera;
  const isAside = hasCamera && swappedIn.value === callId;
  useZoom(videoRef, !isAside);
  const { scale, x, y } = isAside ? WHOLE : zoom.value;
  const style = { transform: scale > 1 ? `translate(${x}px, ${y}px) scale(${scale})` : "none" };
  return (
    <>
      <video
        ref={videoRef}
        class={`shared-screen ${isAside ? "aside" : ""} ${scale > 1 ? "zoomed" : ""}`}
        style={style}
        aria-label={shareWords.value.sharedScreen}
        autoplay
        muted
        playsInline
        onPause={handlePause}
      />
      <div class="over-screen" style={style}>
        {props.screens.map(({ name, OverScreen }) => OverScreen && <OverScreen key={name} {...props} />)}
      </div>
      <audio ref={audioRef} autoplay onPause={handlePause} />
      <p class="unseen" role="status">{scale > 1 ? shareWords.value.zoomed(Math.round(scale * 100)) : ""}</p>
      {hasCamera && (
        <button
          type="button"
          class="swap"
          title={shareWords.value.swap}
          aria-label={shareWords.value.swap}
          onClick={() => swappedIn.value = isAside ? null : callId}
        >
          <SwapIcon />
        </button>
      )}
    </>
  );
}

export const SCREEN: FeatureScreen = {
  name: SCREEN_SHARE.name,
  Control: ShareControl,
  Notice: ShareNotice,
  Layer: SharedScreen,
  shortcuts: [
    { key: "s", say: nextPress, press: turnSharing },
    { key: "+", say: () => shareWords.value.zoomIn, press: () => zoomBy(1) },
    { key: "-", say: () => shareWords.value.zoomOut, press: () => zoomBy(-1) },
    { key: "0", say: () => shareWords.value.zoomWhole, press: showWhole },
  ],
};
