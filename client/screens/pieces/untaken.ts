/** Tells the person that somebody called while no call could be taken; otherwise they would never know. */

import type { MissedCall } from "../../kept/people/missed_calls.ts";
import { obstacle } from "../../model/state.ts";
import { untakenSentence } from "../../words/sentences.ts";
import { notify } from "./copy.tsx";

export function tellUntaken({ remoteName, remotePeerId }: Pick<MissedCall, "remoteName" | "remotePeerId">): void {
  if (obstacle.value !== null) notify(untakenSentence(remoteName ?? remotePeerId, obstacle.value));
}
