/** What is said where only contacts ring, in French. */

import type { KnockingWords } from "../../en/home/knocking.ts";

export const knocking: KnockingWords = {
  title: "Contacts seulement",
  contactsOnly: (who) =>
    `${who} ne reçoit d’appels que de ses contacts. Vous pouvez frapper à la porte avec une ligne de texte.`,
  inviteOver: (who) =>
    `Cette invitation ne fonctionne plus. Elle a peut-être expiré ou déjà servi. Vous pouvez frapper à la porte, ou en demander une autre à ${who}.`,
  knockedTitle: "Vous avez frappé à la porte",
  knocked: (who) => `Si ${who} vous laisse entrer, vous recevrez un appel. Laissez cette page ouverte.`,
  yourLine: "Dites qui vous êtes et pourquoi vous appelez",
  count: (length, max) => `${length} caractères sur ${max}`,
  knock: "Frapper à la porte",

  knocking: "On frappe à la porte",
  claimed: (who) => `Quelqu’un qui dit s’appeler ${who} frappe à la porte`,
  nameless: "Quelqu’un que vous ne connaissez pas frappe à la porte",
  letIn: "Laisser entrer",
};
