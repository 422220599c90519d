/**
 * On the own tile, also when the bar has faded: that one is muted, or how loud one is. Whoever speaks while muted is told
 * so. The level is drawn without another round of the screen.
 */

import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { hearLevel, NO_SPEECH } from "../../../devices/muted_speech.ts";
import type { FeatureScreen } from "../../../model/feature_screen.ts";
import { isSilent } from "../../../model/silence.ts";
import { localMedia } from "../../../model/state.ts";
import { MicrophoneOffIcon } from "../../../screens/pieces/icons.tsx";
import { deviceWords } from "./device_words.ts";
import { useLevel } from "./use_level.ts";

/** Whether somebody who is muted speaks. */
const speaksMuted = signal(false);

function OwnSound() {
  const ref = useRef<HTMLSpanElement>(null);
  const { isMuted } = localMedia.value;
  const speech = useRef(NO_SPEECH);
  useLevel(ref, (level) => {
    speech.current = hearLevel(speech.current, level, performance.now());
    speaksMuted.value = speech.current.isSaid;
  });
  useEffect(() => {
    speech.current = NO_SPEECH;
    return () => void (speaksMuted.value = false);
  }, [isMuted]);
  const isMute = isSilent();
  return (
    <span ref={ref} class={isMute ? "own-sound muted" : "own-sound"} aria-hidden="true">
      {isMute ? <MicrophoneOffIcon /> : <LevelBars />}
    </span>
  );
}

function LevelBars() {
  return (
    <>
      <i />
      <i />
      <i />
    </>
  );
}

/** Says that one is muted, while one speaks. */
function MutedHint() {
  const isSaid = speaksMuted.value && localMedia.value.isMuted;
  return (
    <>
      <p class="unseen" role="status">{isSaid ? deviceWords.value.youAreMuted : ""}</p>
      {isSaid && (
        <p class="chip trouble">
          <MicrophoneOffIcon />
          {deviceWords.value.youAreMuted}
        </p>
      )}
    </>
  );
}

export const SCREEN: FeatureScreen = {
  name: "own-sound",
  isAlwaysShown: true,
  Notice: MutedHint,
  Tile: OwnSound,
};
