/**
 * Chooses the screen from the signals, and holds what outlives every screen: the live region and the page's title.
 *
 * The live region is never taken out of the page, because a screen reader announces only changes to one it already
 * knows. Screens read signals and call actions; nothing below here touches a socket, a connection or a device.
 */

import { computed, type ReadonlySignal, useSignalEffect } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { isOthersName } from "../known_peers.ts";
import { type Actions, callScreens, currentCall, knownPeers, localMedia, nameLook, signalingStatus } from "../state.ts";
import {
  callStateSentence,
  mediaProblemSentences,
  nameWarningSentence,
  statusSentence,
  titleSentence,
} from "../sentences.ts";
import { notice } from "./copy.tsx";
import { dialProblem } from "./dial_form.tsx";
import { Home } from "./home.tsx";

const spokenSentence: ReadonlySignal<string> = computed(() => {
  const call = currentCall.value;
  if (call === null) return notice.value || dialProblem.value || statusSentence(signalingStatus.value);
  if (call.phase === "ended") return notice.value || callStateSentence(call);
  const isOthers = isOthersName(knownPeers.value, call.remotePeerId, call.remoteName, nameLook.value);
  const warning = isOthers ? [nameWarningSentence(call)] : [];
  if (call.phase === "incoming") return [callStateSentence(call), ...warning].join(" ");
  const isCut = call.phase === "outgoing" && signalingStatus.value !== "registered";
  const line = isCut ? [statusSentence(signalingStatus.value)] : [];
  return [callStateSentence(call), ...warning, ...line, ...mediaProblemSentences(localMedia.value)].join(" ");
});

/** One key for each screen, so that moving on within a call does not count as a new one. */
const screenKey: ReadonlySignal<string> = computed(() => {
  const call = currentCall.value;
  if (call === null || call.phase === "incoming") return "home";
  return call.phase === "ended" ? "ended" : "stage";
});

export function App({ actions }: { actions: Actions }) {
  const call = currentCall.value;
  const key = screenKey.value;
  const screens = callScreens.value;
  const Screen = key === "stage" ? screens?.Stage : key === "ended" ? screens?.Ended : undefined;
  useSignalEffect(() => {
    document.title = titleSentence(currentCall.value);
  });
  useFocusOnScreen(key);
  return (
    <>
      {call !== null && Screen !== undefined && <Screen key={`${key} ${call.callId}`} call={call} actions={actions} />}
      {key === "home" && <Home actions={actions} isBehindDialog={call !== null} />}
      {screens !== null && call?.phase === "incoming" && (
        <screens.IncomingCall key={call.callId} call={call} actions={actions} />
      )}
      <p class="unseen" role="status">{spokenSentence}</p>
      {screens !== null && <screens.QuietLine actions={actions} />}
    </>
  );
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
