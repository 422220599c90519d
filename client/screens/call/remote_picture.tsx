/**
 * The other end's picture, edge to edge, and what stands in for it while there is none.
 *
 * Sound has an element of its own: in one with a picture it would wait for a first frame, which a call without video
 * never brings. Where a browser refuses to play sound before a tap, the screen asks for one.
 */

import { useSignal } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { isOnHold } from "../../call/holding.ts";
import type { CallView } from "../../conversation/call_views.ts";
import { remoteMediaOf } from "../../features/media_state/media_key.ts";
import { hasHadName } from "../../kept/people/known_peers.ts";
import { knownPeers, signalingStatus } from "../../model/state.ts";
import { callPhaseSentence } from "../../words/call_sentences.ts";
import { whoOf } from "../../words/who.ts";
import { callWords } from "../../words/call_words.ts";
import { CameraOffIcon, SoundIcon } from "../pieces/icons.tsx";
import { lineSentence } from "../pieces/line_sentence.ts";
import { IdBelow, PeerIdText, PeerMark } from "../pieces/peer_mark.tsx";
import { Playback } from "../pieces/playback.ts";
import { useSpeaker } from "../pieces/speaker.ts";

export function RemotePicture({ call }: { call: CallView }) {
  const videoRef = useRef<HTMLVideoElement>(null);
  const audioRef = useRef<HTMLAudioElement>(null);
  const needsTap = useSignal(false);
  const hasFrames = useSignal(false);
  const ratio = useSignal(4 / 3);
  const { remoteStreams } = call;
  useSpeaker(audioRef);

  const playback = useMemo(() => new Playback((isNeeded) => needsTap.value = isNeeded), []);
  const play = () => [audioRef, videoRef].forEach(({ current }) => playback.play(current));
  useEffect(() => {
    // A page that nobody sees may have been refused to play.
    const replay = () => document.visibilityState === "visible" && play();
    document.addEventListener("visibilitychange", replay);
    return () => document.removeEventListener("visibilitychange", replay);
  }, []);
  const handlePause = (event: { currentTarget: HTMLMediaElement }) => playback.handlePause(event.currentTarget);
  useEffect(() => playback.show(audioRef.current, remoteStreams?.microphone), [remoteStreams]);
  useEffect(() => {
    hasFrames.value = false;
    return playback.show(videoRef.current, remoteStreams?.camera);
  }, [remoteStreams]);
  const handleResize = (event: { currentTarget: HTMLVideoElement }) => {
    const { videoWidth, videoHeight } = event.currentTarget;
    if (videoWidth === 0 || videoHeight === 0) return;
    ratio.value = videoWidth / videoHeight;
    hasFrames.value = true;
  };

  const isOngoing = call.phase === "connected" || call.phase === "reconnecting";
  const isPictured = isOngoing && remoteMediaOf(call).camera && hasFrames.value;
  return (
    <>
      <video
        ref={videoRef}
        class={isPictured ? "remote shown" : "remote"}
        style={{ "--ratio": ratio.value }}
        aria-label={callWords.value.remoteVideo}
        autoplay
        muted
        playsInline
        onLoadedData={handleResize}
        onResize={handleResize}
        onPause={handlePause}
      />
      <audio ref={audioRef} autoplay onPause={handlePause} />
      {!isPictured && <Standin call={call} />}
      {needsTap.value && (
        <div class="tap">
          <p>{callWords.value.waitsForTap}</p>
          <button type="button" class="button primary" onClick={play}>
            <SoundIcon />
            {callWords.value.tapForSound}
          </button>
        </div>
      )}
    </>
  );
}

function Standin({ call }: { call: CallView }) {
  const { remotePeerId, remoteName, phase } = call;
  const isOngoing = phase === "connected" || phase === "reconnecting";
  const isCameraOff = isOngoing && !isOnHold(call) && !remoteMediaOf(call).camera && !call.isRemoteClosed;
  const isNameUnproved = phase === "outgoing" && remoteName !== null && !call.isRejoined &&
    !hasHadName(knownPeers.value, remotePeerId, remoteName);
  const isCut = phase === "outgoing" && signalingStatus.value !== "registered";
  return (
    <div class="standin">
      <PeerMark peerId={remotePeerId} name={remoteName} isRinging={phase === "outgoing"} />
      {phase === "outgoing" || phase === "connecting"
        ? (
          <div class="caller">
            {phase === "outgoing" && (
              <h1 class="who" dir="auto">{remoteName ?? <PeerIdText peerId={remotePeerId} />}</h1>
            )}
            {phase === "outgoing" && remoteName !== null && <IdBelow peerId={remotePeerId} />}
            <p class="phase">{isCut ? lineSentence.value : callPhaseSentence(call)}</p>
            {isNameUnproved && <p class="quiet">{callWords.value.namedByLink}</p>}
          </div>
        )
        : isCameraOff && remoteMediaOf(call).isJoining
        ? <p class="phase">{callWords.value.joining(whoOf(call))}</p>
        : isCameraOff && (
          <p class="phase with-icon">
            <CameraOffIcon />
            <span>{callWords.value.theirCameraOff(<bdi>{remoteName ?? remotePeerId}</bdi>)}</span>
          </p>
        )}
    </div>
  );
}
