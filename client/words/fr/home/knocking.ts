/** What is said where only contacts ring, in French. */

import type { KnockingWords } from "../../en/home/knocking.ts";

export const knocking: KnockingWords = {
  title: "Contacts seulement",
  contactsOnly: (who) =>
    `Seuls les contacts de ${who} peuvent faire sonner. Vous pouvez frapper avec une ligne de texte.`,
  inviteOver: (who) =>
    `Cette invitation ne fonctionne plus. Elle a peut-être expiré ou déjà servi. Vous pouvez frapper, ou en demander une autre à ${who}.`,
  knockedTitle: "Vous avez frappé",
  knocked: (who) => `Si ${who} vous laisse entrer, vous recevrez un appel. Laissez cette page ouverte.`,
  yourLine: "Dites qui vous êtes et pourquoi vous appelez",
  count: (length, max) => `${length} caractères sur ${max}`,
  knock: "Frapper",

  knocking: "On frappe",
  claimed: (who) => `Quelqu’un qui dit s’appeler ${who} frappe`,
  nameless: "Quelqu’un que vous ne connaissez pas frappe",
  letIn: "Laisser entrer",
};
