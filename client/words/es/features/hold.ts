/** What calls on hold and a second call are called, in Spanish. */

import type { HoldWords } from "../../en/features/hold.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("es");

const more = plural({
  one: () => "1 persona más",
  other: (count) => `${count} personas más`,
});

export const hold: HoldWords = {
  waitingCalls: "Llamadas entrantes",
  show: "Mostrar",
  waiting: {
    known: (who) => `${who} te llama`,
    knownAndMore: (who, others) => `${who} y ${more(others)} te llaman`,
    strangers: plural({
      one: () => "Te llama alguien que no conoces",
      other: (count) => `Te llaman ${count} personas que no conoces`,
    }),
    knownAndStrangers: (who, strangers) =>
      plural({
        one: () => `${who} y alguien que no conoces te llaman`,
        other: (count) => `${who} y ${count} personas que no conoces te llaman`,
      })(strangers),
    all: (who, others, strangers) =>
      plural({
        one: () => `${who}, ${more(others)} y alguien que no conoces te llaman`,
        other: (count) => `${who}, ${more(others)} y ${count} que no conoces te llaman`,
      })(strangers),
  },
  hold: "Poner en espera",
  resume: "Reanudar",
  holdAndAnswer: "Poner en espera y aceptar",
  endAndAnswer: "Colgar y aceptar",
  title: "En espera",
  swap: "Cambiar",
  swapTo: (who) => `Cambiar a la llamada con ${who}`,
  leave: (who) => `Finalizar la llamada con ${who}`,
  said: {
    own: (who) => ["Tienes en espera la llamada con ", who, ". Ninguna de las dos partes oye ni ve a la otra."],
    theirs: (who) => [who, " te ha puesto en espera. Nadie puede oírte ni verte hasta que vuelva."],
    both: (
      who,
    ) => ["La llamada está en espera por parte de ", who, " y por la tuya. Hay que reanudarla en ambos lados."],
  },
  screenRests: "Mientras tanto, tu pantalla no se muestra.",
  resumed: (who) => `Has vuelto a la llamada con ${who}.`,
  heldEnded: (who) => `La llamada en espera con ${who} ha finalizado.`,
};
