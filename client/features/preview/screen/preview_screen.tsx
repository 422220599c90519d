/**
 * How one looks and sounds, before a call: the own picture, how loud the microphone is, the choice of each device, and a
 * sound to try the speaker by. Opened on the first screen by whoever wants it, and in nobody's way: the button that calls
 * stands where it stood. The devices are open for as long as it is; a call that begins meanwhile takes them as they are.
 */

import { signal, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { attempt } from "../../../bounds/attempt.ts";
import { DEVICE_KINDS } from "../../../devices/device_preferences.ts";
import type { FeatureScreen } from "../../../model/feature_screen.ts";
import { isSilent } from "../../../model/silence.ts";
import { type Actions, localMedia } from "../../../model/state.ts";
import { DeviceSwitches } from "../../../screens/controls/device_switches.tsx";
import { CameraIcon, CameraOffIcon, CrossIcon, SoundIcon } from "../../../screens/pieces/icons.tsx";
import { loadMediaWords, troubleSentences } from "../../../screens/pieces/media_words.ts";
import { attach } from "../../../screens/pieces/playback.ts";
import { preview as english } from "../../../words/en/features/preview.ts";
import { createPart, joinSentences, pageWords } from "../../../words/language.ts";
import { DeviceChoice } from "../../devices/screen/device_choice.tsx";
import { SaidOfDevices } from "../../devices/screen/device_notice.tsx";
import { deviceWords } from "../../devices/screen/device_words.ts";
import { playTestSound } from "../../devices/screen/test_sound.ts";
import { useLevel } from "../../devices/screen/use_level.ts";

const words = createPart("call", "preview", english);

/** The door of the look that is open: whoever looks when somebody rings has one already, behind what rings. */
const openDoor = signal<object | null>(null);

type Props = { readonly actions: Actions };

function PreviewDoor({ actions }: Props) {
  const isOpen = useSignal(false);
  const own = useRef({}).current;
  const buttonRef = useRef<HTMLButtonElement>(null);
  if (openDoor.value !== null && openDoor.value !== own) return null;
  const close = () => {
    isOpen.value = false;
    buttonRef.current?.focus({ preventScroll: true });
  };
  return (
    <>
      <button
        ref={buttonRef}
        type="button"
        class="button tonal"
        aria-expanded={isOpen.value}
        onClick={() => isOpen.value = !isOpen.peek()}
      >
        {isOpen.value ? <CrossIcon /> : <CameraIcon />}
        {words.value.open}
      </button>
      {isOpen.value && <Preview actions={actions} door={own} close={close} />}
    </>
  );
}

function Preview({ actions, door, close }: Props & { door: object; close: () => void }) {
  const ref = useRef<HTMLElement>(null);
  useEffect(() => {
    loadMediaWords();
    openDoor.value = door;
    actions.preview(true);
    ref.current?.scrollIntoView({ block: "nearest" });
    return () => {
      openDoor.value = null;
      actions.preview(false);
    };
  }, []);
  const troubles = troubleSentences(localMedia.value);
  return (
    <section
      ref={ref}
      class="preview"
      aria-label={words.value.title}
      onKeyDown={(event) => event.key === "Escape" && close()}
    >
      <div class="looks">
        <Picture />
        <div class="switches">
          <DeviceSwitches actions={actions} />
        </div>
      </div>
      <Level />
      <p class={troubles.length > 0 ? "trouble" : "unseen"} role="status">{joinSentences(...troubles)}</p>
      <SaidOfDevices look="quiet" />
      {DEVICE_KINDS.map((kind) => <DeviceChoice key={kind} kind={kind} actions={actions} />)}
      <button type="button" class="button tonal" onClick={() => attempt("play a test sound", playTestSound)}>
        <SoundIcon />
        {deviceWords.value.test}
      </button>
    </section>
  );
}

/** As in a mirror, which is how people know themselves. */
function Picture() {
  const ref = useRef<HTMLVideoElement>(null);
  const { stream, isCameraOn } = localMedia.value;
  const isPictured = isCameraOn && stream !== null && stream.getVideoTracks().length > 0;
  useEffect(() => attach(ref.current, stream), [stream]);
  return (
    <>
      <video
        ref={ref}
        class={isPictured ? "" : "unseen"}
        aria-label={pageWords.value.yourVideo}
        autoplay
        playsInline
        muted
      />
      {!isPictured && <CameraOffIcon />}
    </>
  );
}

/** The bar moves while one speaks; muted, it lies still. */
function Level() {
  const ref = useRef<HTMLDivElement>(null);
  useLevel(ref, (level) => ref.current?.setAttribute("aria-valuenow", String(10 * Math.round(10 * level))));
  const { level } = words.value;
  return (
    <div class={isSilent() ? "level silent" : "level"}>
      <span aria-hidden="true">{level}</span>
      <div ref={ref} role="meter" aria-label={level} aria-valuemin={0} aria-valuemax={100} aria-valuenow={0} />
    </div>
  );
}

export const SCREEN: FeatureScreen = { name: "preview", BeforeCall: PreviewDoor };
