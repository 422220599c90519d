/** What is said where only contacts ring, in Polish. */

import type { KnockingWords } from "../../en/home/knocking.ts";

export const knocking: KnockingWords = {
  title: "Tylko kontakty",
  contactsOnly: (who) =>
    `Do osoby ${who} mogą dzwonić tylko jej kontakty. Możesz zapukać, pisząc jedną linijkę tekstu.`,
  inviteOver: (who) =>
    `To zaproszenie już nie działa. Mogło wygasnąć lub zostać użyte. Możesz zapukać albo poprosić osobę ${who} o nowe.`,
  knockedTitle: "Zapukano",
  knocked: (who) => `Jeśli ${who} cię wpuści, to do ciebie zadzwoni. Nie zamykaj tej strony.`,
  yourLine: "Napisz, kim jesteś i dlaczego dzwonisz",
  count: (length, max) => `${length} z ${max} znaków`,
  knock: "Zapukaj",

  knocking: "Pukanie",
  claimed: (who) => `Puka ktoś, kto przedstawia się jako ${who}`,
  nameless: "Puka ktoś, kogo nie znasz",
  letIn: "Wpuść",
};
