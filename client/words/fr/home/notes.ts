/** What is said of messages that people leave each other, in French. */

import type { NoteWords } from "../../en/home/notes.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("fr");

export const notes: NoteWords = {
  leave: "Laisser un message",
  titleFor: (who) => `Message pour ${who}`,
  message: "Message",
  use: "Il reste sur cet appareil jusqu’à ce que vous soyez en ligne en même temps. Seule cette personne peut le lire.",
  characters: (count, max) => `${count} caractères sur ${max}`,
  submit: "Laisser le message",
  cancel: "Annuler",
  unable: "Ce navigateur ne peut pas chiffrer les messages. Mettez-le à jour pour en laisser un.",
  full: "Trop de messages sont en attente. Annulez-en un, puis réessayez.",
  waiting: (who, count) =>
    plural({
      one: (count) => `${count} message pour ${who} attend que vous soyez en ligne en même temps.`,
      other: (count) => `${count} messages pour ${who} attendent que vous soyez en ligne en même temps.`,
    })(count),
  delivered: (who) => `Remis à ${who}`,

  title: "Messages",
  from: (who) => `${who} a laissé un message`,
  announced: (who) => `${who} veut laisser un message. Il n’est pas encore arrivé.`,
  strangers: plural({
    one: (count) => `${count} message d’une personne que vous ne connaissez pas`,
    other: (count) => `${count} messages de personnes que vous ne connaissez pas`,
  }),
  delete: "Supprimer",
};
