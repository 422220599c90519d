/** What the panel for comparing words says, in Portuguese; `things.ts` has the words themselves. */

import type { ComparisonWords } from "../en/comparison.ts";

const waiting = "Obtendo as palavras dos dois lados…";

export const comparison: ComparisonWords = {
  verify: "Verificar",
  verified: "Verificado",
  wouldCompare: (who) => [who, " quer comparar palavras."],
  showWords: "Ver palavras",
  compareWith: (who) => ["Comparar palavras com ", who],
  close: "Fechar",
  readAloud:
    "Leiam estas palavras em voz alta. Se os dois lados tiverem as mesmas, na mesma ordem, não há ninguém entre " +
    "vocês.",
  orNumber: (number) => ["Ou comparem o número ", number],
  differ: "São diferentes",
  match: "São iguais",
  verifiedAt: (moment) => `Você verificou este ID: ${moment}`,
  reallyDiffer:
    "Você já tinha verificado este ID. Se as palavras forem mesmo diferentes agora, pode haver alguém entre " +
    "vocês: a chamada será encerrada, e este ID deixará de contar como verificado.",
  stay: "Voltar",
  end: "Encerrar chamada",
  tryAgain: "Tentar de novo",
  phases: {
    idle: waiting,
    waiting,
    done: waiting,
    aborted: "O outro lado não respondeu. Fique na chamada e tente de novo.",
    refused:
      "Três comparações com este ID foram interrompidas em uma hora, e cada uma dá a alguém no meio uma chance de " +
      "adivinhar. Espere uma hora e ligue de novo para comparar.",
    broken: "O outro lado enviou algo que não bate. Não confie nesta chamada.",
  },
};
