/** What is said of messages that people leave each other, in Spanish. */

import type { NoteWords } from "../../en/home/notes.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("es");

export const notes: NoteWords = {
  leave: "Dejar un mensaje",
  titleFor: (who) => `Mensaje para ${who}`,
  message: "Mensaje",
  use: "Se queda en este dispositivo hasta que ambas partes estén en línea. Solo esa persona puede leerlo.",
  characters: (count, max) => `${count} de ${max} caracteres`,
  submit: "Dejar mensaje",
  cancel: "Cancelar",
  unable: "Este navegador no puede cifrar mensajes. Actualízalo para dejar uno.",
  full: "Hay demasiados mensajes en espera. Cancela uno e inténtalo de nuevo.",
  waiting: (who, count) =>
    plural({
      one: () => `1 mensaje para ${who} espera a que ambas partes estén en línea.`,
      other: (count) => `${count} mensajes para ${who} esperan a que ambas partes estén en línea.`,
    })(count),
  delivered: (who) => `Entregado a ${who}`,

  title: "Mensajes",
  from: (who) => `${who} dejó un mensaje`,
  announced: (who) => `${who} quiere dejar un mensaje. Todavía no ha llegado.`,
  strangers: plural({
    one: () => "1 mensaje de alguien que no conoces",
    other: (count) => `${count} mensajes de personas que no conoces`,
  }),
  delete: "Eliminar",
};
