/**
 * The floating bar: microphone, camera, what features put there, and leaving the call.
 *
 * The names are what a press does next; a device that is off shows inverted, and one that starts faint, so that a glance
 * tells.
 */

import type { ComponentChildren } from "preact";
import { type Actions, localMedia } from "../../model/state.ts";
import type { CallView } from "../../conversation/call_views.ts";
import { callWords } from "../../words/call_words.ts";
import { FeatureParts } from "./feature_parts.tsx";
import {
  CameraIcon,
  CameraOffIcon,
  HangUpIcon,
  MicrophoneIcon,
  MicrophoneOffIcon,
  MoreIcon,
} from "../pieces/icons.tsx";

export function ControlBar({ call, actions }: { call: CallView; actions: Actions }) {
  const { isMuted, audioProblem, videoProblem } = localMedia.value;
  const isCameraOn = call.sendsVideo && localMedia.value.isCameraOn;
  const words = callWords.value;
  // What has failed counts as off, so that a press tries again.
  const isSilent = isMuted || (audioProblem !== null && audioProblem !== "starting");
  const isOutgoing = call.phase === "outgoing";
  return (
    <div class="bar fading" role="group" aria-label={words.controls}>
      <Control
        name={isSilent ? words.unmute : words.mute}
        look={isSilent ? "off" : audioProblem}
        onPress={() => actions.setMuted(!isSilent)}
      >
        {isSilent ? <MicrophoneOffIcon /> : <MicrophoneIcon />}
      </Control>
      <Control
        name={isCameraOn ? words.cameraOff : words.cameraOn}
        look={isCameraOn ? videoProblem : "off"}
        onPress={() => actions.setCameraOn(!isCameraOn)}
      >
        {isCameraOn ? <CameraIcon /> : <CameraOffIcon />}
      </Control>
      {call.connectedAtMs !== null && (
        <>
          <FeatureParts place="Control" call={call} actions={actions} />
          <button type="button" class="control" title={words.more} aria-label={words.more} popovertarget="more-menu">
            <MoreIcon />
          </button>
          <div id="more-menu" class="more-menu" popover="auto">
            <FeatureParts place="Menu" call={call} actions={actions} />
          </div>
        </>
      )}
      <button
        type="button"
        class="control leave"
        title={isOutgoing ? words.cancel : words.hangUp}
        aria-label={isOutgoing ? words.cancel : words.hangUp}
        onClick={() => actions.hangUp(call.callId)}
      >
        <HangUpIcon />
      </button>
    </div>
  );
}

function Control(
  { name, look, onPress, children }: {
    name: string;
    look: string | null;
    onPress: () => void;
    children: ComponentChildren;
  },
) {
  return (
    <button type="button" class={`control ${look ?? ""}`} title={name} aria-label={name} onClick={onPress}>
      {children}
    </button>
  );
}
