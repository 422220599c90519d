/**
 * What is wrong if the server takes no socket or no registration, and what to do about it. Used for the check's row and
 * verdict; the first page says most of it too, through `refusal_words.ts`.
 */

import type { RefusalCause } from "../../socket/refusal.ts";
import { refusalWords } from "../../words/refusal_words.ts";
import { checkWords } from "./check_words.ts";

/** `other-host`: the server took the socket, and no proof for the host in the address bar. */
export type SocketOutcome = "works" | "refused" | "other-host" | RefusalCause;

export function socketTrouble(outcome: Exclude<SocketOutcome, "works">): readonly [text: string, next: string] {
  const words = checkWords.value.socket;
  switch (outcome) {
    case "refused":
    case "other-host":
    case "unreachable":
      return words[outcome];
    case "server-away":
      return [refusalWords(outcome)[0], words.startIt];
    case "cut":
      return [refusalWords(outcome)[0], words.cutEverywhere];
    default: {
      const [text, next] = refusalWords(outcome);
      return [text, next ?? words.laterAgain];
    }
  }
}
