/**
 * How the pictures of a call are shown: over the whole screen, in a small window above all others, whole or cut to fill,
 * with or without the own one; and the keys that the system has for calls. Says nothing to the other end.
 */

import { signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { FeaturePartProps, FeatureScreen } from "../../../model/feature_screen.ts";
import { localMedia } from "../../../model/state.ts";
import { pictures as english } from "../../../words/en/features/pictures.ts";
import { createPart } from "../../../words/language.ts";
import { bindMediaKeys, tellOnAir } from "../media_keys.ts";
import { FullScreenIcon, OwnPictureIcon, SmallWindowIcon, WholePictureIcon } from "./picture_icons.tsx";
import { canOpenSmallWindow, closeSmallWindow, isSmallWindowOpen, openSmallWindow } from "./small_window.tsx";

const words = createPart("call", "pictures", english);
const isFullScreen = signal(false);
/** The other end's picture is shown to its edges, with bars beside it. */
const isWhole = signal(false);
const isOwnHidden = signal(false);
/** What the browser has refused, until it is tried again. */
const refused = signal<"fullScreen" | "smallWindow" | null>(null);

function attemptPress(what: "fullScreen" | "smallWindow", act: () => Promise<void>): void {
  refused.value = null;
  act().catch((error: unknown) => {
    console.warn(`Cannot open ${what}:`, error);
    refused.value = what;
  });
}

function turnFullScreen(): void {
  attemptPress(
    "fullScreen",
    () =>
      document.fullscreenElement === null
        ? document.documentElement.requestFullscreen({ navigationUI: "hide" })
        : document.exitFullscreen(),
  );
}

function turnSmallWindow(shown: FeaturePartProps): void {
  if (isSmallWindowOpen.peek()) closeSmallWindow();
  else attemptPress("smallWindow", () => openSmallWindow(shown));
}

function Items(shown: FeaturePartProps) {
  const { fullScreen, smallWindow, whole, filling, hideOwn, showOwn } = words.value;
  return (
    <>
      {document.fullscreenEnabled && (
        <Item name={fullScreen} isPressed={isFullScreen.value} key_="F" onPress={turnFullScreen}>
          <FullScreenIcon />
        </Item>
      )}
      {canOpenSmallWindow() && (
        <Item
          name={smallWindow}
          isPressed={isSmallWindowOpen.value}
          key_="P"
          onPress={() => turnSmallWindow(shown)}
        >
          <SmallWindowIcon />
        </Item>
      )}
      <Item name={isWhole.value ? filling : whole} onPress={() => isWhole.value = !isWhole.peek()}>
        <WholePictureIcon />
      </Item>
      <Item name={isOwnHidden.value ? showOwn : hideOwn} onPress={() => isOwnHidden.value = !isOwnHidden.peek()}>
        <OwnPictureIcon />
      </Item>
    </>
  );
}

type ItemProps = {
  readonly name: string;
  /** Of what stays on until it is pressed again. */
  readonly isPressed?: boolean;
  readonly key_?: string;
  readonly onPress: () => void;
  readonly children: ComponentChildren;
};

function Item({ name, isPressed, key_, onPress, children }: ItemProps) {
  return (
    <button
      type="button"
      class="menu-item"
      aria-pressed={isPressed}
      popovertarget="more-menu"
      popovertargetaction="hide"
      onClick={onPress}
    >
      {children}
      <span>{name}</span>
      {key_ !== undefined && <kbd aria-hidden="true">{key_}</kbd>}
    </button>
  );
}

/** Marks for the style of the stage, and what lasts as long as the call. */
function Lasting(shown: FeaturePartProps) {
  const shownRef = useRef(shown);
  shownRef.current = shown;
  const { isMuted, isCameraOn } = localMedia.value;
  useEffect(() => {
    const { mediaSession } = navigator;
    if (mediaSession !== undefined) {
      tellOnAir(mediaSession, { isMicrophoneOn: !isMuted, isCameraOn: isCameraOn && shown.call.sendsVideo });
    }
  }, [isMuted, isCameraOn, shown.call.sendsVideo]);
  useEffect(() => {
    const note = () => isFullScreen.value = document.fullscreenElement !== null;
    document.addEventListener("fullscreenchange", note);
    const unbind = navigator.mediaSession === undefined ? () => {} : bindMediaKeys(navigator.mediaSession, {
      togglemicrophone: () => shownRef.current.actions.setMuted(!localMedia.peek().isMuted),
      togglecamera: () => shownRef.current.actions.setCameraOn(!localMedia.peek().isCameraOn),
      hangup: () => shownRef.current.actions.hangUp(shownRef.current.call.callId),
      enterpictureinpicture: () => isSmallWindowOpen.peek() || turnSmallWindow(shownRef.current),
    });
    return () => {
      document.removeEventListener("fullscreenchange", note);
      unbind();
      closeSmallWindow();
      refused.value = null;
      if (document.fullscreenElement !== null) turnFullScreen();
    };
  }, []);
  return <i class={[isWhole.value && "whole-picture", isOwnHidden.value && "own-hidden"].filter(Boolean).join(" ")} />;
}

function Refusal() {
  const what = refused.value;
  return (
    <>
      <p class="unseen" role="status">{what === null ? "" : words.value.refused[what]}</p>
      {what !== null && <p class="chip trouble">{words.value.refused[what]}</p>}
    </>
  );
}

export const SCREEN: FeatureScreen = {
  name: "pictures",
  isAlwaysShown: true,
  Notice: Refusal,
  Layer: Lasting,
  Menu: Items,
  shortcuts: [
    { key: "f", say: () => words.value.fullScreen, press: turnFullScreen },
    {
      key: "p",
      say: () => words.value.smallWindow,
      press: (call, actions, screens) => turnSmallWindow({ call, actions, screens }),
    },
  ],
};
