/**
 * The floating bar: microphone, camera, and leaving the call.
 *
 * The names are what a press does next; a device that is off shows inverted, so that a glance tells.
 */

import type { ComponentChildren } from "preact";
import { type Actions, type CallView, localMedia } from "../state.ts";
import { CameraIcon, CameraOffIcon, HangUpIcon, MicrophoneIcon, MicrophoneOffIcon } from "./icons.tsx";

export function ControlBar({ call, actions }: { call: CallView; actions: Actions }) {
  const { isMuted, audioProblem, videoProblem } = localMedia.value;
  // A camera that failed to start counts as off, so that a press tries again.
  const isCameraOn = localMedia.value.isCameraOn && videoProblem === null;
  const isSilent = isMuted || audioProblem !== null;
  const isOutgoing = call.phase === "outgoing";
  return (
    <div class="bar fading" role="group" aria-label="Call controls">
      <Control name={isMuted ? "Unmute" : "Mute"} isOff={isSilent} onPress={() => actions.setMuted(!isMuted)}>
        {isSilent ? <MicrophoneOffIcon /> : <MicrophoneIcon />}
      </Control>
      <Control
        name={isCameraOn ? "Turn camera off" : "Turn camera on"}
        isOff={!isCameraOn}
        onPress={() => actions.setCameraOn(!isCameraOn)}
      >
        {isCameraOn ? <CameraIcon /> : <CameraOffIcon />}
      </Control>
      <button
        type="button"
        class="control leave"
        title={isOutgoing ? "Cancel" : "Hang up"}
        aria-label={isOutgoing ? "Cancel" : "Hang up"}
        onClick={() => actions.hangUp(call.callId)}
      >
        <HangUpIcon />
      </button>
    </div>
  );
}

function Control(
  { name, isOff, onPress, children }: {
    name: string;
    isOff: boolean;
    onPress: () => void;
    children: ComponentChildren;
  },
) {
  return (
    <button type="button" class={isOff ? "control off" : "control"} title={name} aria-label={name} onClick={onPress}>
      {children}
    </button>
  );
}
