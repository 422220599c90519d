/** What is said where only contacts ring, in German. */

import type { KnockingWords } from "../../en/home/knocking.ts";

export const knocking: KnockingWords = {
  title: "Nur Kontakte",
  contactsOnly: (who) => `Bei ${who} klingeln nur Kontakte. Du kannst mit einer Zeile Text anklopfen.`,
  inviteOver: (who) =>
    "Diese Einladung gilt nicht mehr. Vielleicht ist sie abgelaufen oder wurde schon benutzt. " +
    `Du kannst anklopfen oder ${who} um eine neue bitten.`,
  knockedTitle: "Du hast angeklopft",
  knocked: (who) => `Wenn ${who} dich hereinlässt, wirst du angerufen. Lass diese Seite offen.`,
  yourLine: "Sag, wer du bist und warum du anrufst",
  count: (length, max) => `${length} von ${max} Zeichen`,
  knock: "Anklopfen",

  knocking: "Anklopfen",
  claimed: (who) => `Jemand, der sich ${who} nennt, klopft an`,
  nameless: "Jemand, den du nicht kennst, klopft an",
  letIn: "Hereinlassen",
};
