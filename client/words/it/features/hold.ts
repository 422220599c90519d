/** What calls on hold and a second call are called, in Italian. */

import type { HoldWords } from "../../en/features/hold.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("it");

const more = plural({
  one: () => "1 altra persona",
  other: (count) => `altre ${count} persone`,
});

export const hold: HoldWords = {
  waitingCalls: "Chiamate in arrivo",
  show: "Mostra",
  waiting: {
    known: (who) => `${who} ti sta chiamando`,
    knownAndMore: (who, others) => `${who} e ${more(others)} ti stanno chiamando`,
    strangers: plural({
      one: () => "Ti sta chiamando qualcuno che non conosci",
      other: (count) => `Ti stanno chiamando ${count} persone che non conosci`,
    }),
    knownAndStrangers: (who, strangers) =>
      plural({
        one: () => `${who} e qualcuno che non conosci ti stanno chiamando`,
        other: (count) => `${who} e ${count} persone che non conosci ti stanno chiamando`,
      })(strangers),
    all: (who, others, strangers) =>
      plural({
        one: () => `${who}, ${more(others)} e qualcuno che non conosci ti stanno chiamando`,
        other: (count) => `${who}, ${more(others)} e ${count} che non conosci ti stanno chiamando`,
      })(strangers),
  },
  hold: "Metti in attesa",
  resume: "Riprendi",
  holdAndAnswer: "Metti in attesa e rispondi",
  endAndAnswer: "Termina e rispondi",
  title: "In attesa",
  swap: "Scambia",
  swapTo: (who) => `Passa alla chiamata con ${who}`,
  leave: (who) => `Termina la chiamata con ${who}`,
  said: {
    own: (who) => ["La chiamata con ", who, " è in attesa. Non potete sentirvi né vedervi."],
    theirs: (who) => [who, " ha messo la chiamata in attesa. Fino alla ripresa nessuno può sentirti o vederti."],
    both: (who) => ["Tu e ", who, " avete messo questa chiamata in attesa. Va ripresa da entrambe le parti."],
  },
  screenRests: "Nel frattempo il tuo schermo non viene mostrato.",
  resumed: (who) => `Sei di nuovo nella chiamata con ${who}.`,
  heldEnded: (who) => `La chiamata in attesa con ${who} è terminata.`,
};
