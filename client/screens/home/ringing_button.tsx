/** Opens what the person sets of ringing; that comes behind the first screen, and the place for it is there before. */

import { openRinging } from "../../model/state.ts";
import { firstWords } from "../../words/first_words.ts";

export function RingingButton() {
  return (
    <button
      type="button"
      class="button plain"
      disabled={openRinging.value === null}
      onClick={() => openRinging.peek()?.()}
    >
      {firstWords.value.ringing}
    </button>
  );
}
