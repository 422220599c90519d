/** What is said of messages that people leave each other, in German. */

import type { NoteWords } from "../../en/home/notes.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("de");

export const notes: NoteWords = {
  leave: "Nachricht hinterlassen",
  titleFor: (who) => `Nachricht für ${who}`,
  message: "Nachricht",
  use: "Sie bleibt auf diesem Gerät, bis ihr beide online seid. Nur diese Person kann sie lesen.",
  characters: (count, max) => `${count} von ${max} Zeichen`,
  submit: "Hinterlassen",
  cancel: "Abbrechen",
  unable: "Dieser Browser kann keine Nachrichten verschlüsseln. Aktualisiere ihn, um eine zu hinterlassen.",
  full: "Es warten zu viele Nachrichten. Brich eine ab und versuche es noch einmal.",
  waiting: (who, count) =>
    plural({
      one: () => `1 Nachricht für ${who} wartet, bis ihr beide online seid.`,
      other: (count) => `${count} Nachrichten für ${who} warten, bis ihr beide online seid.`,
    })(count),
  delivered: (who) => `An ${who} zugestellt`,

  title: "Nachrichten",
  from: (who) => `${who} hat eine Nachricht hinterlassen`,
  announced: (who) => `${who} möchte eine Nachricht hinterlassen. Sie ist noch nicht angekommen.`,
  strangers: plural({
    one: () => "1 Nachricht von jemandem, den du nicht kennst",
    other: (count) => `${count} Nachrichten von Leuten, die du nicht kennst`,
  }),
  delete: "Löschen",
};
