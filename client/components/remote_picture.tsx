/**
 * The other end's picture, edge to edge, and what stands in for it while there is none.
 *
 * Sound has an element of its own: in one with a picture it would wait for a first frame, which a call without video
 * never brings. Where a browser refuses to play sound before a tap, the screen asks for one.
 */

import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { type CallView, signalingStatus } from "../state.ts";
import { callPhaseSentence, SENTENCES, statusSentence, whoOf } from "../sentences.ts";
import { CameraOffIcon, SoundIcon } from "./icons.tsx";
import { PeerIdText, PeerMark } from "./peer_mark.tsx";

export function RemotePicture({ call }: { call: CallView }) {
  const videoRef = useRef<HTMLVideoElement>(null);
  const audioRef = useRef<HTMLAudioElement>(null);
  const needsTap = useSignal(false);
  const hasFrames = useSignal(false);
  const ratio = useSignal(4 / 3);
  const { remoteStreams } = call;

  const play = () => {
    audioRef.current?.play().then(() => needsTap.value = false, (error: unknown) => {
      // Any other refusal (a stream replaced while it loads) is followed by another try.
      if (error instanceof DOMException && error.name === "NotAllowedError") needsTap.value = true;
    });
  };
  useEffect(() => {
    const [audio, video] = [audioRef.current, videoRef.current];
    if (audio === null || video === null) return;
    hasFrames.value = false;
    audio.srcObject = remoteStreams?.audio ?? null;
    video.srcObject = remoteStreams?.video ?? null;
    if (remoteStreams !== null) play();
  }, [remoteStreams]);
  const handleResize = (event: { currentTarget: HTMLVideoElement }) => {
    const { videoWidth, videoHeight } = event.currentTarget;
    if (videoWidth === 0 || videoHeight === 0) return;
    ratio.value = videoWidth / videoHeight;
    hasFrames.value = true;
  };

  const isOngoing = call.phase === "connected" || call.phase === "reconnecting";
  const isPictured = isOngoing && call.remoteMedia.video && hasFrames.value;
  return (
    <>
      <video
        ref={videoRef}
        class={isPictured ? "remote shown" : "remote"}
        style={{ "--ratio": ratio.value }}
        aria-label="Remote video"
        autoplay
        muted
        playsInline
        onLoadedData={handleResize}
        onResize={handleResize}
      />
      <audio ref={audioRef} autoplay />
      {!isPictured && <Standin call={call} />}
      {needsTap.value && (
        <div class="tap">
          <p>{SENTENCES.tapForSound}</p>
          <button type="button" class="button primary" onClick={play}>
            <SoundIcon />Tap for sound
          </button>
        </div>
      )}
    </>
  );
}

function Standin({ call }: { call: CallView }) {
  const { remotePeerId, remoteName, phase } = call;
  const isOngoing = phase === "connected" || phase === "reconnecting";
  const isCameraOff = isOngoing && !call.remoteMedia.video;
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
            <p class="phase">{isCut ? statusSentence(signalingStatus.value) : callPhaseSentence(call)}</p>
          </div>
        )
        : isCameraOff && (
          <p class="phase with-icon" dir="auto">
            <CameraOffIcon />
            <span>{whoOf(call)}’s camera is off</span>
          </p>
        )}
    </div>
  );
}
