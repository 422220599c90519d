/**
 * The call on screen, from the first ring to the last word: remote picture, own picture, who, and one bar of controls.
 *
 * One tree for all of a call's phases, so that both pictures stay mounted and the own one glides from the large preview
 * into its corner. Dark in both themes. The controls fade when nobody moves; `useQuiet` says when they may.
 */

import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { type Actions, type CallView, localMedia } from "../state.ts";
import { callPhaseSentence, mediaProblemSentences, pathSentence, whoOf } from "../sentences.ts";
import { formatTimer, markOf } from "../format.ts";
import { ControlBar } from "./control_bar.tsx";
import { MicrophoneOffIcon, WarningIcon } from "./icons.tsx";
import { OwnPicture } from "./own_picture.tsx";
import { PeerIdText } from "./peer_mark.tsx";
import { RemotePicture } from "./remote_picture.tsx";
import { NameWarning } from "./name_warning.tsx";
import { isVerifyOpen, VerifyButton, VerifyLayer, VerifyRequest } from "./verify.tsx";
import { useQuiet } from "./use_quiet.tsx";

export function Stage({ call, actions }: { call: CallView; actions: Actions }) {
  const isConnected = call.phase === "connected";
  const { isQuiet, handlers } = useQuiet(isConnected && call.remoteMedia.video && !isVerifyOpen(call));
  return (
    <main
      class={`stage ${call.phase}${isQuiet ? " quieted" : ""}`}
      style={{ "--hue": markOf(call.remotePeerId).hueDegrees }}
      data-screen
      tabIndex={-1}
      {...handlers}
    >
      <RemotePicture call={call} />
      <OwnPicture isLarge={call.phase === "outgoing"} />
      <div class="overlay">
        {call.phase !== "outgoing" && <Header call={call} actions={actions} />}
        {call.phase !== "outgoing" && <NameWarning call={call} actions={actions} />}
        {isConnected && <VerifyRequest call={call} actions={actions} />}
        {isConnected && !call.remoteMedia.audio && (
          <p class="chip muted">
            <MicrophoneOffIcon />
            <bdi class="ellipsis">{whoOf(call)}</bdi>
            <span>is muted</span>
          </p>
        )}
        {call.phase === "reconnecting" && (
          <p class="chip waiting">
            <span class="spinner" />
            {callPhaseSentence(call)}
          </p>
        )}
        <Problems />
      </div>
      <VerifyLayer call={call} actions={actions} />
      <ControlBar call={call} actions={actions} />
    </main>
  );
}

function Header({ call, actions }: { call: CallView; actions: Actions }) {
  const { path } = call;
  return (
    <header class="call-header fading">
      <div>
        <h1 class="ellipsis" dir="auto" title={whoOf(call)}>
          {call.remoteName ?? <PeerIdText peerId={call.remotePeerId} />}
        </h1>
        <p>
          {call.connectedAtMs !== null && <Timer sinceMs={call.connectedAtMs} />}
          {path !== null && <span title={pathSentence(path)}>{path.kind === "direct" ? "Direct" : "Relayed"}</span>}
          {call.remoteName !== null && <PeerIdText peerId={call.remotePeerId} />}
        </p>
      </div>
      {call.connectedAtMs !== null && <VerifyButton call={call} actions={actions} />}
    </header>
  );
}

function Timer({ sinceMs }: { sinceMs: number }) {
  const nowMs = useSignal(Date.now());
  useEffect(() => {
    const timer = setInterval(() => nowMs.value = Date.now(), 1_000);
    return () => clearInterval(timer);
  }, []);
  return <span class="timer" role="timer">{formatTimer(nowMs.value - sinceMs)}</span>;
}

function Problems() {
  return (
    <>
      {mediaProblemSentences(localMedia.value).map((sentence) => (
        <p key={sentence} class="chip trouble fading">
          <WarningIcon />
          {sentence}
        </p>
      ))}
    </>
  );
}
