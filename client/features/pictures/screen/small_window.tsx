/**
 * The call in a small window that stays above all others: with the controls where the browser lets a page fill such a
 * window (Document Picture-in-Picture), else the other end's picture alone. Either closes with the call.
 */

import { signal } from "@preact/signals";
import { render } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { FeaturePartProps } from "../../../model/feature_screen.ts";
import { Control } from "../../../screens/controls/control.tsx";
import { DeviceSwitches } from "../../../screens/controls/device_switches.tsx";
import { HangUpIcon } from "../../../screens/pieces/icons.tsx";
import { attach } from "../../../screens/pieces/playback.ts";
import { markOf } from "../../../words/format.ts";
import { callWords } from "../../../words/call_words.ts";
import { remoteMediaOf } from "../../media_state/media_key.ts";

type PictureInPicture = { requestWindow(size: { width: number; height: number }): Promise<Window> };
type Shown = FeaturePartProps;

const SIZE = { width: 360, height: 300 };
/** The other end's pictures in the page; a screen before a camera. */
const PICTURES = ["video.shared-screen", "video.remote.shown"];

export const isSmallWindowOpen = signal(false);
let small: Window | null = null;

function documentPictureInPicture(): PictureInPicture | undefined {
  return (globalThis as { documentPictureInPicture?: PictureInPicture }).documentPictureInPicture;
}

export function canOpenSmallWindow(): boolean {
  return documentPictureInPicture() !== undefined || document.pictureInPictureEnabled === true;
}

/** Must follow a press of the person's; rejects where the browser does not let it. */
export async function openSmallWindow(shown: Shown): Promise<void> {
  const request = documentPictureInPicture();
  if (request !== undefined) return fill(await request.requestWindow(SIZE), shown);
  const picture = PICTURES.map((selector) => document.querySelector<HTMLVideoElement>(selector)).find(Boolean);
  if (!picture) throw new Error("There is no picture yet");
  await picture.requestPictureInPicture();
  isSmallWindowOpen.value = true;
  picture.addEventListener("leavepictureinpicture", () => isSmallWindowOpen.value = false, { once: true });
}

export function closeSmallWindow(): void {
  small?.close();
  if (document.pictureInPictureElement) {
    document.exitPictureInPicture().catch((error: unknown) => console.warn("Cannot close the small window:", error));
  }
}

function fill(opened: Window, shown: Shown): void {
  const { document: page } = opened;
  page.documentElement.lang = document.documentElement.lang;
  page.documentElement.dir = document.documentElement.dir;
  page.title = document.title;
  // Its styles and drawings are the page's own.
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')) {
    const copy = page.head.appendChild(page.importNode(link, true));
    copy.disabled = link.disabled;
  }
  for (const element of document.querySelectorAll("style, [hidden]:has(> svg > symbol)")) {
    page.body.append(page.importNode(element, true));
  }
  const root = page.body.appendChild(page.createElement("div"));
  render(<SmallCall {...shown} />, root);
  small = opened;
  isSmallWindowOpen.value = true;
  opened.addEventListener("pagehide", () => {
    render(null, root);
    small = null;
    isSmallWindowOpen.value = false;
  });
}

function SmallCall({ call, actions, screens }: Shown) {
  const ref = useRef<HTMLVideoElement>(null);
  const { screen, camera } = remoteMediaOf(call);
  const { remoteStreams } = call;
  const stream = (screen ? remoteStreams?.screen : camera ? remoteStreams?.camera : null) ?? null;
  useEffect(() => attach(ref.current, stream), [stream]);
  return (
    <main class="stage small" style={{ "--hue": markOf(call.remotePeerId).hueDegrees }}>
      <video ref={ref} autoplay muted playsInline />
      {screens.map(({ name, Small }) => Small && <Small key={name} {...{ call, actions, screens }} />)}
      <SmallBar call={call} actions={actions} />
    </main>
  );
}

/** What must be within reach without the page: to be silent, to be unseen, to leave. */
function SmallBar({ call, actions }: Pick<Shown, "call" | "actions">) {
  const words = callWords.value;
  return (
    <div class="bar" role="group" aria-label={words.controls}>
      <DeviceSwitches actions={actions} isShown={call.sendsVideo} isResting={call.isHeld || call.isRemoteHeld} />
      <Control name={words.hangUp} look="leave" onPress={() => actions.hangUp(call.callId)}>
        <HangUpIcon />
      </Control>
    </div>
  );
}
