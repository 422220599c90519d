/** What is said of how good a call's connection is, and its details, in Portuguese. */

import type { DetailWords, QualityWords } from "../../en/features/quality.ts";

export const quality: QualityWords = {
  title: "Conexão",
  levels: ["Conexão muito ruim", "Conexão ruim", "Conexão regular", "Conexão boa"],
  losing: {
    own: "Sua conexão está perdendo som.",
    theirs: (who) => `A conexão de ${who} está perdendo som.`,
    both: "A conexão está perdendo som.",
  },
  slow: {
    own: "Sua conexão está lenta.",
    theirs: (who) => `A conexão de ${who} está lenta.`,
    both: "A conexão está lenta.",
  },
  busy: {
    own: "Este dispositivo não está dando conta.",
    theirs: (who) => `O dispositivo de ${who} não está dando conta.`,
  },
  directBy: (protocol) => `Direta, via ${protocol}`,
  relayedBy: (protocol) => `Por um retransmissor, via ${protocol}`,
};

export const details: DetailWords = {
  received: "Você recebe",
  sent: "Você envia",
  roundTrip: "Ida e volta",
  delay: "Atraso",
  lost: "Som perdido",
  picture: "Imagem",
  rate: "Taxa de dados",
  repeats: "Som repetido",
  path: "Caminho",
  codecs: "Codecs",
  encryption: "Criptografia",
  close: "Fechar",
  kept: "Como foram as últimas chamadas fica guardado neste dispositivo, sem nomes.",
  exportRecords: "Exportar",
  deleteRecords: "Excluir",
};
