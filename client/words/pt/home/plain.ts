/** What pages say that run no script, in Portuguese. */

import type { PlainWords } from "../../en/home/plain.ts";

export const plain: PlainWords = {
  needsScript: "As chamadas de vídeo precisam de JavaScript. Ative-o para esta página e recarregue-a.",
  nothing: {
    title: "Não há nada aqui",
    heading: "Não há nada aqui",
    explanation: "Este endereço não leva a lugar nenhum. Se alguém lhe enviou um link, copie-o inteiro e tente de " +
      "novo: ele termina em cinco grupos de quatro letras e algarismos.",
    home: "Ir para a página inicial",
  },
};
