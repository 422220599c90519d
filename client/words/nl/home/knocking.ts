/** What is said where only contacts ring, in Dutch. */

import type { KnockingWords } from "../../en/home/knocking.ts";

export const knocking: KnockingWords = {
  title: "Alleen contacten",
  contactsOnly: (who) => `Alleen contacten van ${who} kunnen bellen. Je kunt aankloppen met een regel tekst.`,
  inviteOver: (who) =>
    `Deze uitnodiging werkt niet meer. Misschien is die verlopen of al gebruikt. Je kunt aankloppen, of ${who} om een nieuwe vragen.`,
  knockedTitle: "Je hebt aangeklopt",
  knocked: (who) => `Als ${who} je binnenlaat, word je gebeld. Laat deze pagina open.`,
  yourLine: "Zeg wie je bent en waarom je belt",
  count: (length, max) => `${length} van ${max} tekens`,
  knock: "Aankloppen",

  knocking: "Aankloppen",
  claimed: (who) => `Iemand die zich ${who} noemt, klopt aan`,
  nameless: "Iemand die je niet kent, klopt aan",
  letIn: "Binnenlaten",
};
