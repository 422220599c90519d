/**
 * Camera and sound in a call: the choice of each device, reached from the menu, and what is said when another is in use.
 * What is chosen counts at once and is remembered; `client/devices` sees to that.
 */

import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { attempt } from "../../../bounds/attempt.ts";
import { DEVICE_KINDS } from "../../../devices/device_preferences.ts";
import type { FeaturePartProps, FeatureScreen } from "../../../model/feature_screen.ts";
import { deviceView } from "../../../model/state.ts";
import { CameraIcon, CrossIcon, SoundIcon } from "../../../screens/pieces/icons.tsx";
import { DeviceChoice } from "./device_choice.tsx";
import { SaidOfDevices } from "./device_notice.tsx";
import { deviceWords } from "./device_words.ts";
import { playTestSound } from "./test_sound.ts";

const isPanelOpen = signal(false);
/** Where the focus was before the panel was opened. */
let returnTo: Element | null = null;

function closePanel(): void {
  isPanelOpen.value = false;
  if (returnTo instanceof HTMLElement) returnTo.focus({ preventScroll: true });
}

function Panel({ actions }: FeaturePartProps) {
  const ref = useRef<HTMLElement>(null);
  useEffect(() => {
    returnTo = document.activeElement;
    ref.current?.focus({ preventScroll: true });
  }, []);
  const { title, close, test } = deviceWords.value;
  return (
    <section
      ref={ref}
      class="shortcuts"
      role="dialog"
      aria-label={title}
      tabIndex={-1}
      onKeyDown={(event) => event.key === "Escape" && closePanel()}
    >
      <header>
        <h2>{title}</h2>
        <button type="button" class="close" title={close} aria-label={close} onClick={closePanel}>
          <CrossIcon />
        </button>
      </header>
      {DEVICE_KINDS.map((kind) => <DeviceChoice key={kind} kind={kind} actions={actions} />)}
      <button type="button" class="button tonal" onClick={() => attempt("play a test sound", playTestSound)}>
        <SoundIcon />
        {test}
      </button>
    </section>
  );
}

function OpenPanel(props: FeaturePartProps) {
  useEffect(() => () => void (isPanelOpen.value = false), []);
  return isPanelOpen.value ? <Panel {...props} /> : null;
}

function Said() {
  return <SaidOfDevices look="chip" />;
}

function Items({ actions }: FeaturePartProps) {
  const { title, turn } = deviceWords.value;
  return (
    <>
      {deviceView.value?.canTurnCamera && (
        <button
          type="button"
          class="menu-item"
          popovertarget="more-menu"
          popovertargetaction="hide"
          onClick={() => actions.turnCamera()}
        >
          <CameraIcon />
          <span>{turn}</span>
        </button>
      )}
      <button
        type="button"
        class="menu-item"
        popovertarget="more-menu"
        popovertargetaction="hide"
        onClick={() => isPanelOpen.value = true}
      >
        <SoundIcon />
        <span>{title}</span>
      </button>
    </>
  );
}

export const SCREEN: FeatureScreen = {
  name: "devices",
  isAlwaysShown: true,
  Notice: Said,
  Layer: OpenPanel,
  Menu: Items,
  isOpenIn: () => isPanelOpen.value,
};
