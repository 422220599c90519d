/** What calls on hold and a second call are called, in Portuguese. */

import type { HoldWords } from "../../en/features/hold.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("pt");

const more = plural({
  one: (count) => `mais ${count} pessoa`,
  other: (count) => `mais ${count} pessoas`,
});

export const hold: HoldWords = {
  waitingCalls: "Chamadas recebidas",
  show: "Mostrar",
  waiting: {
    known: (who) => `${who} está ligando`,
    knownAndMore: (who, others) => `${who} e ${more(others)} estão ligando`,
    strangers: plural({
      one: () => "Alguém que você não conhece está ligando",
      other: (count) => `${count} pessoas que você não conhece estão ligando`,
    }),
    knownAndStrangers: (who, strangers) =>
      plural({
        one: () => `${who} e alguém que você não conhece estão ligando`,
        other: (count) => `${who} e ${count} pessoas que você não conhece estão ligando`,
      })(strangers),
    all: (who, others, strangers) =>
      plural({
        one: () => `${who}, ${more(others)} e alguém que você não conhece estão ligando`,
        other: (count) => `${who}, ${more(others)} e ${count} que você não conhece estão ligando`,
      })(strangers),
  },
  hold: "Colocar em espera",
  resume: "Retomar",
  holdAndAnswer: "Colocar em espera e atender",
  endAndAnswer: "Encerrar e atender",
  title: "Em espera",
  swap: "Alternar",
  swapTo: (who) => `Alternar para ${who}`,
  leave: (who) => `Encerrar a chamada com ${who}`,
  said: {
    own: (who) => ["A chamada com ", who, " está em espera. Vocês não se ouvem nem se veem."],
    theirs: (who) => [who, " colocou você em espera. Ninguém consegue ouvir nem ver você até a chamada ser retomada."],
    both: (who) => ["Você e ", who, " colocaram esta chamada em espera. Os dois lados precisam retomá-la."],
  },
  screenRests: "Enquanto isso, sua tela não é mostrada.",
  resumed: (who) => `Você voltou à chamada com ${who}.`,
  heldEnded: (who) => `A chamada em espera com ${who} foi encerrada.`,
};
