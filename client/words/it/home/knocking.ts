/** What is said where only contacts ring, in Italian. */

import type { KnockingWords } from "../../en/home/knocking.ts";

export const knocking: KnockingWords = {
  title: "Solo contatti",
  contactsOnly: (who) => `Solo i contatti di ${who} possono chiamare. Puoi bussare con una riga di testo.`,
  inviteOver: (who) =>
    `Questo invito non funziona più. Forse è scaduto o è già stato usato. Puoi bussare o chiederne un altro a ${who}.`,
  knockedTitle: "Hai bussato",
  knocked: (who) => `Se ${who} ti fa entrare, riceverai una chiamata. Lascia aperta questa pagina.`,
  yourLine: "Di’ chi sei e perché chiami",
  count: (length, max) => `${length} di ${max} caratteri`,
  knock: "Bussa",

  knocking: "Bussano",
  claimed: (who) => `Qualcuno che dice di chiamarsi ${who} sta bussando`,
  nameless: "Qualcuno che non conosci sta bussando",
  letIn: "Fai entrare",
};
