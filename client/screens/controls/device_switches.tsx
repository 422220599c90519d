/**
 * The switches of microphone and camera: in the bar of a call, in its small window, and in the look before one.
 *
 * A device that is off shows inverted, and one that starts faint, so that a glance tells.
 */

import { type Actions, localMedia } from "../../model/state.ts";
import { isSilent } from "../../model/silence.ts";
import { callWords } from "../../words/call_words.ts";
import { CameraIcon, CameraOffIcon, MicrophoneIcon, MicrophoneOffIcon } from "../pieces/icons.tsx";
import { Control } from "./control.tsx";

type Props = {
  readonly actions: Actions;
  /** Whether the other end would see the camera's picture. */
  readonly isShown?: boolean;
  /** Whether the call is on hold: both rest, and what is switched meanwhile counts once it resumes. */
  readonly isResting?: boolean;
};

export function DeviceSwitches({ actions, isShown = true, isResting = false }: Props) {
  const { audioProblem, videoProblem, isCameraOn } = localMedia.value;
  const words = callWords.value;
  const [isMute, isSeen] = [isSilent(), isShown && isCameraOn];
  const note = isResting ? words.resting : null;
  const rest = (look: string | null) => isResting ? `${look ?? ""} resting` : look;
  return (
    <>
      <Control
        name={isMute ? words.unmute : words.mute}
        look={rest(isMute ? "off" : audioProblem)}
        note={note}
        onPress={() => actions.setMuted(!isMute)}
      >
        {isMute ? <MicrophoneOffIcon /> : <MicrophoneIcon />}
      </Control>
      <Control
        name={isSeen ? words.cameraOff : words.cameraOn}
        look={rest(isSeen ? videoProblem : "off")}
        note={note}
        onPress={() => actions.setCameraOn(!isSeen)}
      >
        {isSeen ? <CameraIcon /> : <CameraOffIcon />}
      </Control>
    </>
  );
}
