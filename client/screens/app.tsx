/**
 * Chooses the screen from the signals, and holds what outlives every screen: the live region and the page's title.
 *
 * The live region is never taken out of the page, because a screen reader announces only changes to one it already
 * knows. Screens read signals and call actions; nothing below here touches a socket, a connection or a device.
 */

import { computed, type ReadonlySignal, useSignalEffect } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { type Actions, callScreens, frontCall } from "../model/state.ts";
import { pageWords } from "../words/language.ts";
import { notice } from "./pieces/copy.tsx";
import { dialSentence } from "./home/dial_form.tsx";
import { Home } from "./home/home.tsx";
import { lineSentence } from "./pieces/line_sentence.ts";

const spokenSentence: ReadonlySignal<string> = computed(() => {
  const call = frontCall.value;
  if (call === null) return notice.value || dialSentence.value || lineSentence.value;
  return callScreens.value?.announce(call) ?? "";
});

/** One key for each screen, so that moving on within a call does not count as a new one. */
const screenKey: ReadonlySignal<string> = computed(() => {
  const call = frontCall.value;
  if (call === null || call.phase === "incoming") return "home";
  return call.phase === "ended" ? "ended" : "stage";
});

export function App({ actions }: { actions: Actions }) {
  const call = frontCall.value;
  const key = screenKey.value;
  const screens = callScreens.value;
  const Screen = key === "stage" ? screens?.Stage : key === "ended" ? screens?.Ended : undefined;
  useSignalEffect(() => {
    document.title = callScreens.value?.titleOf(frontCall.value) ?? pageWords.value.title;
  });
  useFocusOnScreen(key === "stage" ? call?.callId ?? key : key);
  return (
    <>
      {call !== null && Screen !== undefined && <Screen key={`${key} ${call.callId}`} call={call} actions={actions} />}
      {key === "home" && <Home actions={actions} isBehindDialog={call !== null} />}
      {screens !== null && call?.phase === "incoming" && (
        <screens.IncomingCall key={call.callId} call={call} actions={actions} />
      )}
      <LiveRegion />
      {screens !== null && <screens.Beside actions={actions} />}
    </>
  );
}

export function LiveRegion() {
  return <p class="unseen" role="status">{spokenSentence.value}</p>;
}

/**
 * Moves the focus to a new screen, where the old one took it along. It goes to the screen itself and not to its first
 * button: a key still held from before must not press that.
 */
function useFocusOnScreen(key: string): void {
  useEffect(() => {
    if (document.activeElement !== null && document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>("[data-screen]")?.focus({ preventScroll: true });
  }, [key]);
}
