/** What calls on hold and a second call are called, in English; its type is what every language says. */

import { createPlural } from "../../grammar/plurals.ts";
import type { Rich } from "../../grammar/rich.ts";

const plural = createPlural("en");

export const hold = {
  waitingCalls: "Calls that wait",
  show: "Show",
  /** Who rings in the quiet line: people who are known, `others` more of them, and strangers. */
  waiting: {
    known: (who: string) => `${who} is calling`,
    knownAndMore: (who: string, others: number) => `${who} and ${others} more are calling`,
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
        one: () => `${who} and ${others} more and someone you don’t know are calling`,
        other: (count) => `${who} and ${others} more and ${count} people you don’t know are calling`,
      })(strangers),
  },
  hold: "Hold",
  resume: "Resume",
  holdAndAnswer: "Hold and answer",
  endAndAnswer: "End and answer",
  title: "On hold",
  swap: "Swap",
  swapTo: (who: string) => `Swap to ${who}`,
  leave: (who: string) => `Hang up on ${who}`,
  /** By whom the call is on hold. */
  said: {
    own: <Node>(who: Node): Rich<Node> => [who, " is on hold. Neither of you hears or sees the other."],
    theirs: <Node>(
      who: Node,
    ): Rich<Node> => [who, " has put you on hold. Nobody hears or sees you until they’re back."],
    both: <Node>(
      who: Node,
    ): Rich<Node> => ["You and ", who, " have both put this call on hold. Each of you has to resume."],
  },
  screenRests: "Your screen isn’t shown meanwhile.",
  resumed: (who: string) => `The call with ${who} goes on.`,
  heldEnded: (who: string) => `The call with ${who}, which was on hold, has ended.`,
};

export type HoldWords = typeof hold;
