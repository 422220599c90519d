/** What the line on the first screen says, which the live region says too. */

import { computed } from "@preact/signals";
import { statusSentence } from "../../words/sentences.ts";
import { lineStatus, standing } from "../../model/state.ts";

export const lineSentence = computed(() =>
  (lineStatus.value === "lost" && standing.value.say?.()) || statusSentence(lineStatus.value)
);
