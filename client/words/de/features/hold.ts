/** Gehaltene Gespräche und ein zweiter Anruf. */

import type { HoldWords } from "../../en/features/hold.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("de");

export const hold: HoldWords = {
  waitingCalls: "Wartende Anrufe",
  show: "Zeigen",
  waiting: {
    known: (who) => `${who} ruft an`,
    knownAndMore: (who, others) =>
      plural({
        one: () => `${who} und noch jemand rufen an`,
        other: (count) => `${who} und ${count} weitere rufen an`,
      })(others),
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
        one: () => `${who}, ${others} weitere und jemand, den du nicht kennst, rufen an`,
        other: (count) => `${who}, ${others} weitere und ${count} Leute, die du nicht kennst, rufen an`,
      })(strangers),
  },
  hold: "Halten",
  resume: "Weiter",
  holdAndAnswer: "Halten und annehmen",
  endAndAnswer: "Beenden und annehmen",
  title: "Gehalten",
  swap: "Wechseln",
  swapTo: (who) => `Wechseln zu ${who}`,
  leave: (who) => `Auflegen bei ${who}`,
  said: {
    own: (who) => ["Du hältst das Gespräch mit ", who, ". Niemand von euch hört oder sieht den anderen."],
    theirs: (who) => [who, " hält das Gespräch. Bis es weitergeht, hört und sieht dich niemand."],
    both: (who) => ["Du und ", who, " haltet das Gespräch beide. Jeder von euch muss es fortsetzen."],
  },
  screenRests: "Dein Bildschirm wird so lange nicht gezeigt.",
  resumed: (who) => `Das Gespräch mit ${who} geht weiter.`,
  heldEnded: (who) => `Das gehaltene Gespräch mit ${who} ist beendet.`,
};
