/** What is said where only contacts ring, in Spanish. */

import type { KnockingWords } from "../../en/home/knocking.ts";

export const knocking: KnockingWords = {
  title: "Solo contactos",
  contactsOnly: (who) => `Solo los contactos de ${who} pueden llamar. Puedes tocar a la puerta con una línea de texto.`,
  inviteOver: (who) =>
    `Esta invitación ya no funciona. Puede que haya caducado o que ya se haya usado. Puedes tocar a la puerta o pedir otra a ${who}.`,
  knockedTitle: "Has tocado a la puerta",
  knocked: (who) => `Si ${who} te deja entrar, te llamará. Deja esta página abierta.`,
  yourLine: "Di quién eres y por qué llamas",
  count: (length, max) => `${length} de ${max} caracteres`,
  knock: "Tocar a la puerta",

  knocking: "Tocan a la puerta",
  claimed: (who) => `Alguien que dice llamarse ${who} toca a la puerta`,
  nameless: "Alguien que no conoces toca a la puerta",
  letIn: "Dejar entrar",
};
