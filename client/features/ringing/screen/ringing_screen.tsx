/**
 * What a call does where nobody looks at the page. Loads behind the first screen; what the person sets of it comes when
 * it is asked for.
 */

import { effect } from "@preact/signals";
import type { FeatureScreen } from "../../../model/feature_screen.ts";
import { callablePeerId, frontCall, lineStatus, openRinging, reachNote } from "../../../model/state.ts";
import { loadStyle } from "../../../page/style.ts";
import { notify } from "../../../screens/pieces/copy.tsx";
import { followCalls } from "./follow_calls.ts";
import { followQuiet, quietSentence } from "./quiet_now.ts";
import "./tone_setting.ts";
import { isUntouched, watchTouch } from "./untouched.ts";
import { ringingWords } from "./ringing_words.ts";

let isOpening = false;

async function open(): Promise<void> {
  if (isOpening) return;
  isOpening = true;
  try {
    const [{ showRingingPanel }] = await Promise.all([import("./ringing_panel.tsx"), loadStyle("files")]);
    if (frontCall.peek() === null) showRingingPanel();
  } catch (error) {
    console.warn("Cannot show what is set of ringing:", error);
    notify(ringingWords.peek().didNotLoad);
  } finally {
    isOpening = false;
  }
}

followQuiet();
followCalls();
watchTouch();
effect(() => {
  const isReachable = callablePeerId.value !== null && lineStatus.value === "registered";
  const needsTouch = isReachable && isUntouched.value;
  reachNote.value = quietSentence() ?? (needsTouch ? ringingWords.value.tapOnce : null);
});
openRinging.value = () => void open();

export const SCREEN: FeatureScreen = { name: "ringing" };
