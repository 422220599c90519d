/** What calls on hold and a second call are called, in German. */

import type { HoldWords } from "../../en/features/hold.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("de");

const more = plural({
  one: () => "noch jemand",
  other: (count) => `${count} weitere`,
});

export const hold: HoldWords = {
  waitingCalls: "Wartende Anrufe",
  show: "Zeigen",
  waiting: {
    known: (who) => `${who} ruft an`,
    knownAndMore: (who, others) => `${who} und ${more(others)} rufen an`,
    strangers: plural({
      one: () => "Jemand, den du nicht kennst, ruft an",
      other: (count) => `${count} Leute, die du nicht kennst, rufen an`,
    }),
    knownAndStrangers: (who, strangers) =>
      plural({
        one: () => `${who} und jemand, den du nicht kennst, rufen an`,
        other: (count) => `${who} und ${count} Leute, die du nicht kennst, rufen an`,
      })(strangers),
    all: (who, others, strangers) =>
      plural({
        one: () => `${who}, ${more(others)} und jemand, den du nicht kennst, rufen an`,
        other: (count) => `${who}, ${more(others)} und ${count} Leute, die du nicht kennst, rufen an`,
      })(strangers),
  },
  hold: "Halten",
  resume: "Weiter",
  holdAndAnswer: "Halten und annehmen",
  endAndAnswer: "Beenden und annehmen",
  title: "Gehalten",
  swap: "Wechseln",
  swapTo: (who) => `Wechseln zu ${who}`,
  leave: (who) => `Gespräch mit ${who} beenden`,
  said: {
    own: (who) => ["Du hältst das Gespräch mit ", who, ". Ihr hört und seht euch nicht."],
    theirs: (who) => [who, " hält das Gespräch. Bis es weitergeht, hört und sieht dich niemand."],
    both: (who) => ["Du und ", who, " haltet das Gespräch beide. Jeder von euch muss es fortsetzen."],
  },
  screenRests: "Dein Bildschirm wird so lange nicht gezeigt.",
  resumed: (who) => `Du bist wieder im Gespräch mit ${who}.`,
  heldEnded: (who) => `Das gehaltene Gespräch mit ${who} ist beendet.`,
};
