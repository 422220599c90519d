/** What is said where only contacts ring, in Polish. */

import type { KnockingWords } from "../../en/home/knocking.ts";

export const knocking: KnockingWords = {
  title: "Tylko kontakty",
  contactsOnly: (who) => `Tylko kontakty mogą dzwonić do: ${who}. Możesz zapukać, pisząc jedną linijkę tekstu.`,
  inviteOver: (who) =>
    `To zaproszenie już nie działa. Mogło wygasnąć lub zostało użyte. Możesz zapukać albo poprosić o nowe (${who}).`,
  knockedTitle: "Zapukano",
  knocked: (who) => `Jeśli ${who} Cię wpuści, otrzymasz połączenie. Zostaw tę stronę otwartą.`,
  yourLine: "Napisz, kim jesteś i dlaczego dzwonisz",
  count: (length, max) => `${length} z ${max} znaków`,
  knock: "Zapukaj",

  knocking: "Pukanie",
  claimed: (who) => `Puka ktoś, kto przedstawia się jako ${who}`,
  nameless: "Puka ktoś, kogo nie znasz",
  letIn: "Wpuść",
};
