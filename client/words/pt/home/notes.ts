/** What is said of messages that people leave each other, in Portuguese. */

import type { NoteWords } from "../../en/home/notes.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("pt");

export const notes: NoteWords = {
  leave: "Deixar uma mensagem",
  titleFor: (who) => `Mensagem para ${who}`,
  message: "Mensagem",
  use: "Fica neste dispositivo até que vocês estejam online ao mesmo tempo. Só essa pessoa pode lê-la.",
  characters: (count, max) => `${count} de ${max} caracteres`,
  submit: "Deixar mensagem",
  cancel: "Cancelar",
  unable: "Este navegador não consegue criptografar mensagens. Atualize-o para deixar uma.",
  full: "Há mensagens demais em espera. Cancele uma e tente de novo.",
  waiting: (who, count) =>
    plural({
      one: (count) => `${count} mensagem para ${who} espera até que vocês estejam online ao mesmo tempo.`,
      other: (count) => `${count} mensagens para ${who} esperam até que vocês estejam online ao mesmo tempo.`,
    })(count),
  delivered: (who) => `Entregue a ${who}`,

  title: "Mensagens",
  from: (who) => `${who} deixou uma mensagem`,
  announced: (who) => `${who} quer deixar uma mensagem. Ela ainda não chegou.`,
  strangers: plural({
    one: (count) => `${count} mensagem de alguém que você não conhece`,
    other: (count) => `${count} mensagens de pessoas que você não conhece`,
  }),
  delete: "Excluir",
};
