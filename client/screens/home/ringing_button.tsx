/** Opens what the person sets of ringing; that comes behind the first screen, and the place for it is there before. */

import { openRinging } from "../../model/state.ts";
import { firstWords } from "../../words/first_words.ts";
import { BellIcon } from "../pieces/icons.tsx";

export function RingingButton() {
  const name = firstWords.value.ringing;
  return (
    <button
      type="button"
      class="button tonal qr-button"
      title={name}
      aria-label={name}
      disabled={openRinging.value === null}
      onClick={() => openRinging.peek()?.()}
    >
      <BellIcon />
    </button>
  );
}
