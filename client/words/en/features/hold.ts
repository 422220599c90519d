/** What calls on hold and a second call are called, in English; its type is what every language says. */

import { createPlural } from "../../grammar/plurals.ts";
import type { Rich } from "../../grammar/rich.ts";

const plural = createPlural("en");

const more = plural({
  one: () => "1 other",
  other: (count) => `${count} others`,
});

export const hold = {
  waitingCalls: "Waiting calls",
  show: "Show",
  /** Who rings in the quiet line: people who are known, `others` more of them, and strangers. */
  waiting: {
    known: (who: string) => `${who} is calling`,
    knownAndMore: (who: string, others: number) => `${who} and ${more(others)} are calling`,
    strangers: plural({
      one: () => "Someone you don’t know is calling",
      other: (count) => `${count} people you don’t know are calling`,
    }),
    knownAndStrangers: (who: string, strangers: number) =>
      plural({
        one: () => `${who} and someone you don’t know are calling`,
        other: (count) => `${who} and ${count} people you don’t know are calling`,
      })(strangers),
    all: (who: string, others: number, strangers: number) =>
      plural({
        one: () => `${who}, ${more(others)} and someone you don’t know are calling`,
        other: (count) => `${who}, ${more(others)} and ${count} people you don’t know are calling`,
      })(strangers),
  },
  hold: "Hold",
  resume: "Resume",
  holdAndAnswer: "Hold and answer",
  endAndAnswer: "End and answer",
  title: "On hold",
  swap: "Swap",
  swapTo: (who: string) => `Swap to ${who}`,
  leave: (who: string) => `End call with ${who}`,
  /** By whom the call is on hold. */
  said: {
    own: <Node>(who: Node): Rich<Node> => ["You’ve put ", who, " on hold. Neither of you can hear or see the other."],
    theirs: <Node>(
      who: Node,
    ): Rich<Node> => [who, " has put you on hold. Nobody can hear or see you until they’re back."],
    both: <Node>(
      who: Node,
    ): Rich<Node> => ["You and ", who, " have both put this call on hold. You both have to resume it."],
  },
  screenRests: "Meanwhile, your screen isn’t shown.",
  resumed: (who: string) => `You’re back in the call with ${who}.`,
  heldEnded: (who: string) => `The call on hold with ${who} has ended.`,
};

export type HoldWords = typeof hold;
