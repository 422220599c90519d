/** What is said where only contacts ring, in Portuguese. */

import type { KnockingWords } from "../../en/home/knocking.ts";

export const knocking: KnockingWords = {
  title: "Só contatos",
  contactsOnly: (who) => `Só os contatos de ${who} podem ligar. Você pode bater à porta com uma linha de texto.`,
  inviteOver: (who) =>
    `Este convite não funciona mais. Talvez tenha expirado ou já tenha sido usado. Você pode bater à porta ou pedir outro a ${who}.`,
  knockedTitle: "Você bateu à porta",
  knocked: (who) => `Se ${who} deixar você entrar, você receberá uma chamada. Deixe esta página aberta.`,
  yourLine: "Diga quem você é e por que está ligando",
  count: (length, max) => `${length} de ${max} caracteres`,
  knock: "Bater à porta",

  knocking: "Batendo à porta",
  claimed: (who) => `Alguém que diz se chamar ${who} está batendo à porta`,
  nameless: "Alguém que você não conhece está batendo à porta",
  letIn: "Deixar entrar",
};
