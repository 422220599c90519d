/**
 * The one line for calls that ring and may not take the screen. It lies over the page, so that nothing moves when it
 * comes and goes, takes no focus, and is never taken out of the page, for screen readers to notice what it says.
 */

import { type Actions, currentCall, waitingCalls } from "../state.ts";
import { waitingSentence } from "../stranger_sentences.ts";

export function QuietLine({ actions }: { actions: Actions }) {
  const waiting = waitingCalls.value;
  const next = waiting.find(({ isStranger }) => !isStranger) ?? waiting[0];
  return (
    <aside
      class={next === undefined ? "quiet-line" : "quiet-line shown"}
      aria-label="Calls that wait"
      inert={currentCall.value?.phase === "incoming"}
    >
      <p role="status" dir="auto">{waitingSentence(waiting)}</p>
      {next !== undefined && (
        <button
          type="button"
          class="button tonal"
          onClick={() => actions.placeRing(next.callId, "front")}
        >
          Show
        </button>
      )}
    </aside>
  );
}
