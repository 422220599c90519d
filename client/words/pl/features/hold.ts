/** What calls on hold and a second call are called, in Polish. */

import type { HoldWords } from "../../en/features/hold.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("pl");

const more = plural({
  one: () => "1 inna osoba",
  few: (count) => `${count} inne osoby`,
  many: (count) => `${count} innych osób`,
  other: (count) => `${count} innej osoby`,
});

/** Stands behind a colon, so that the verb need not follow the count. */
const unknown = plural({
  one: () => "1 nieznana osoba",
  few: (count) => `${count} nieznane osoby`,
  many: (count) => `${count} nieznanych osób`,
  other: (count) => `${count} nieznanej osoby`,
});

export const hold: HoldWords = {
  waitingCalls: "Oczekujące połączenia",
  show: "Pokaż",
  waiting: {
    known: (who) => `${who} dzwoni`,
    knownAndMore: (who, others) => `Dzwonią: ${who} i ${more(others)}`,
    strangers: plural({
      one: () => "Dzwoni ktoś, kogo nie znasz",
      few: (count) => `Dzwonią ${count} nieznane osoby`,
      many: (count) => `Dzwoni ${count} nieznanych osób`,
      other: (count) => `Dzwoni ${count} nieznanej osoby`,
    }),
    knownAndStrangers: (who, strangers) => `Dzwonią: ${who} i ${unknown(strangers)}`,
    all: (who, others, strangers) => `Dzwonią: ${who}, ${more(others)} i ${unknown(strangers)}`,
  },
  hold: "Wstrzymaj",
  resume: "Wznów",
  holdAndAnswer: "Wstrzymaj i odbierz",
  endAndAnswer: "Zakończ i odbierz",
  title: "Wstrzymane",
  swap: "Przełącz",
  swapTo: (who) => `Przełącz na: ${who}`,
  leave: (who) => `Zakończ rozmowę z osobą ${who}`,
  said: {
    own: (who) => ["Wstrzymujesz rozmowę z osobą ", who, ". Nie słyszycie się ani nie widzicie."],
    theirs: (who) => [who, " wstrzymuje rozmowę. Nikt cię nie słyszy ani nie widzi, dopóki rozmowa nie ruszy dalej."],
    both: (who) => ["Ty i ", who, " wstrzymujecie tę rozmowę. Obie strony muszą ją wznowić."],
  },
  screenRests: "W tym czasie twój ekran nie jest pokazywany.",
  resumed: (who) => `Wracasz do rozmowy z osobą ${who}.`,
  heldEnded: (who) => `Wstrzymana rozmowa z osobą ${who} została zakończona.`,
};
