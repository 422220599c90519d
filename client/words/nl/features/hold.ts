/** What calls on hold and a second call are called, in Dutch. */

import type { HoldWords } from "../../en/features/hold.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("nl");

const more = plural({
  one: () => "1 ander",
  other: (count) => `${count} anderen`,
});

export const hold: HoldWords = {
  waitingCalls: "Wachtende oproepen",
  show: "Tonen",
  waiting: {
    known: (who) => `${who} belt`,
    knownAndMore: (who, others) => `${who} en ${more(others)} bellen`,
    strangers: plural({
      one: () => "Iemand die je niet kent, belt",
      other: (count) => `${count} mensen die je niet kent, bellen`,
    }),
    knownAndStrangers: (who, strangers) =>
      plural({
        one: () => `${who} en iemand die je niet kent, bellen`,
        other: (count) => `${who} en ${count} mensen die je niet kent, bellen`,
      })(strangers),
    all: (who, others, strangers) =>
      plural({
        one: () => `${who}, ${more(others)} en iemand die je niet kent, bellen`,
        other: (count) => `${who}, ${more(others)} en ${count} mensen die je niet kent, bellen`,
      })(strangers),
  },
  hold: "In de wacht",
  resume: "Hervatten",
  holdAndAnswer: "In de wacht en opnemen",
  endAndAnswer: "Beëindigen en opnemen",
  title: "In de wacht",
  swap: "Wisselen",
  swapTo: (who) => `Wisselen naar ${who}`,
  leave: (who) => `Gesprek met ${who} beëindigen`,
  said: {
    own: (who) => ["Je hebt ", who, " in de wacht gezet. Jullie horen en zien elkaar niet."],
    theirs: (who) => [who, " heeft je in de wacht gezet. Niemand hoort of ziet je tot het gesprek verdergaat."],
    both: (
      who,
    ) => ["Jij en ", who, " hebben dit gesprek allebei in de wacht gezet. Jullie moeten het allebei hervatten."],
  },
  screenRests: "Je scherm wordt ondertussen niet getoond.",
  resumed: (who) => `Je bent terug in het gesprek met ${who}.`,
  heldEnded: (who) => `Het gesprek in de wacht met ${who} is beëindigd.`,
};
