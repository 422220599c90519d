/**
 * What a call does where nobody looks at the page. Loads behind the first screen; what the person sets of it comes when
 * it is asked for.
 */

import { effect, signal } from "@preact/signals";
import type { FeatureScreen } from "../../../model/feature_screen.ts";
import { callablePeerId, frontCall, lineStatus, openRinging, reachNote } from "../../../model/state.ts";
import { attempt } from "../../../bounds/attempt.ts";
import { loadStyle } from "../../../page/style.ts";
import { notify } from "../../../screens/pieces/copy.tsx";
import { followCalls } from "./follow_calls.ts";
import { followQuiet, quietSentence } from "./quiet_now.ts";
import "./tone_setting.ts";
import { isUntouched, watchTouch } from "./untouched.ts";
import { ringingWords } from "./ringing_words.ts";

/** What shows who may ring, and who knocks; null until it is loaded. */
const whoRings = signal<typeof import("../../who_rings/screen/who_rings_screen.tsx") | null>(null);

async function loadWhoRings() {
  const [screen] = await Promise.all([import("../../who_rings/screen/who_rings_screen.tsx"), loadStyle("files")]);
  return whoRings.value = screen;
}

let isOpening = false;

async function open(): Promise<void> {
  if (isOpening) return;
  isOpening = true;
  try {
    const [{ showRingingPanel }, { WhoRingsPart }] = await Promise.all([
      import("./ringing_panel.tsx"),
      loadWhoRings(),
    ]);
    if (frontCall.peek() === null) showRingingPanel(WhoRingsPart);
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
  reachNote.value = quietSentence() ??
    (needsTouch ? ringingWords.value.tapOnce : whoRings.value?.sayWhoRings() ?? null);
});
openRinging.value = () => void open();

/** As `lookouts.ts` has it. */
const WHO_RINGS_COPY = "who-rings copy";
attempt("load who may ring", () => localStorage.getItem(WHO_RINGS_COPY) && loadWhoRings());
// Another tab has set it.
addEventListener("storage", ({ key }) => key === WHO_RINGS_COPY && attempt("load who may ring", loadWhoRings));

export const SCREEN: FeatureScreen = {
  name: "ringing",
  Beside({ actions }) {
    const Line = whoRings.value?.KnockLine;
    return Line ? <Line actions={actions} /> : null;
  },
};
