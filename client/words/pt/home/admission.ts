/** What is said of who may ring, in Portuguese. */

import type { AdmissionWords } from "../../en/home/admission.ts";

export const admission: AdmissionWords = {
  whoCanRing: "Quem pode ligar para mim",
  who: { everybody: "Todos", contacts: "Só contatos", nobody: "Ninguém" },
  notes: {
    everybody: "Qualquer pessoa com seu link ou ID pode ligar.",
    contacts:
      "Só tocam as chamadas de quem você salvou ou verificou. As outras pessoas podem bater à porta com uma linha de texto.",
    nobody: "Nenhuma chamada toca. Quem ligar lerá que você não pode falar agora.",
  },

  invitation: "Link de convite",
  kinds: { once: "Vale uma vez, por até uma semana", day: "Vale por um dia", week: "Vale por uma semana" },
  copyInvitation: "Copiar convite",
  invitationNote: "Quem o tiver pode ligar mesmo quando só contatos podem.",
  copied: "Convite copiado. Envie-o a quem deve ligar para você.",
  until: (when) => `Vale até ${when}`,
  takeBack: "Revogar",
};
