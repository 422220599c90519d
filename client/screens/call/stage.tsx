/**
 * The call on screen, from the first ring to the last word: remote picture, own picture, who, and one bar of controls.
 *
 * One tree for all of a call's phases, so that both pictures stay mounted and the own one glides from the large preview
 * into its corner. Dark in both themes. The controls fade when nobody moves; `useQuiet` says when they may.
 */

import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { type Actions, localMedia } from "../../model/state.ts";
import { isOnHold } from "../../call/holding.ts";
import type { CallView } from "../../conversation/call_views.ts";
import { loadFeatureScreens, screensOf } from "../../features/feature_screens.ts";
import { remoteMediaOf } from "../../features/media_state/media_key.ts";
import { callPhaseSentence } from "../../words/call_sentences.ts";
import { loadMediaWords, troubleSentences } from "../pieces/media_words.ts";
import { callWords } from "../../words/call_words.ts";
import { markOf } from "../../words/format.ts";
import { formatTimer } from "../../words/grammar/timer.ts";
import { ControlBar } from "./control_bar.tsx";
import { FeatureParts, FeaturesMissing } from "./feature_parts.tsx";
import { MicrophoneOffIcon, WarningIcon } from "../pieces/icons.tsx";
import { OwnPicture } from "./own_picture.tsx";
import { PeerIdText } from "../pieces/peer_mark.tsx";
import { RemotePicture } from "./remote_picture.tsx";
import { NameWarning } from "../pieces/name_warning.tsx";
import { useQuiet } from "./use_quiet.tsx";

export function Stage({ call, actions }: { call: CallView; actions: Actions }) {
  const isConnected = call.phase === "connected";
  useEffect(loadFeatureScreens, []);
  const { isQuiet, handlers } = useQuiet(
    isConnected && (remoteMediaOf(call).camera || remoteMediaOf(call).screen) &&
      !screensOf(call).some(({ isOpenIn }) => isOpenIn?.(call)),
  );
  return (
    <main
      class={`stage ${call.phase}${isQuiet ? " quieted" : ""}`}
      style={{ "--hue": markOf(call.remotePeerId).hueDegrees }}
      data-screen
      tabIndex={-1}
      {...handlers}
    >
      <RemotePicture call={call} />
      <OwnPicture call={call} actions={actions} />
      <div class="overlay">
        {call.phase !== "outgoing" && <Header call={call} actions={actions} />}
        {call.phase !== "outgoing" && <NameWarning call={call} actions={actions} />}
        <FeatureParts place="Aside" call={call} actions={actions} />
        {isConnected && <FeatureParts place="Notice" call={call} actions={actions} />}
        {isConnected && <FeaturesMissing />}
        {isConnected && !isOnHold(call) && !remoteMediaOf(call).microphone && !remoteMediaOf(call).isJoining && (
          <p class="chip muted">
            <MicrophoneOffIcon />
            {callWords.value.theyAreMuted(<bdi class="ellipsis">{call.remoteName ?? call.remotePeerId}</bdi>)}
          </p>
        )}
        {call.phase === "reconnecting" && (
          <p class={call.isRemoteGone ? "chip waiting request" : "chip waiting"}>
            {!call.isRemoteGone && <span class="spinner" />}
            <span>{callPhaseSentence(call)}</span>
            {call.isRemoteGone && <GoneChoices call={call} actions={actions} />}
          </p>
        )}
        <Problems />
      </div>
      <FeatureParts place="Layer" call={call} actions={actions} />
      <ControlBar call={call} actions={actions} />
    </main>
  );
}

function Header({ call, actions }: { call: CallView; actions: Actions }) {
  return (
    <header class="call-header fading">
      <div>
        <h1 class="ellipsis" dir="auto" title={call.remoteName ?? call.remotePeerId}>
          {call.remoteName ?? <PeerIdText peerId={call.remotePeerId} />}
        </h1>
        <p>
          {call.connectedAtMs !== null && <Timer sinceMs={call.connectedAtMs} />}
          {call.remoteName !== null && <PeerIdText peerId={call.remotePeerId} />}
        </p>
      </div>
      {call.connectedAtMs !== null && <FeatureParts place="Mark" call={call} actions={actions} />}
    </header>
  );
}

/** What to do about somebody who is gone. */
function GoneChoices({ call, actions }: { call: CallView; actions: Actions }) {
  const words = callWords.value;
  return (
    <>
      <button type="button" class="button tonal" onClick={() => actions.keepWaiting(call.callId)}>
        {words.keepWaiting}
      </button>
      <button type="button" class="button primary" onClick={() => actions.callAgain(call)}>{words.callAgain}</button>
    </>
  );
}

function Timer({ sinceMs }: { sinceMs: number }) {
  const nowMs = useSignal(performance.now());
  useEffect(() => {
    const timer = setInterval(() => nowMs.value = performance.now(), 1_000);
    return () => clearInterval(timer);
  }, []);
  return <span class="timer" role="timer">{formatTimer(nowMs.value - sinceMs)}</span>;
}

function Problems() {
  useEffect(loadMediaWords, []);
  return (
    <>
      {troubleSentences(localMedia.value).map((sentence) => (
        <p key={sentence} class="chip trouble fading">
          <WarningIcon />
          {sentence}
        </p>
      ))}
    </>
  );
}
