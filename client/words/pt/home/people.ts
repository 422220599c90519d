/** What the list of people says, in Portuguese. */

import type { PeopleWords } from "../../en/home/people.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("pt");

export const people: PeopleWords = {
  file: "Pessoas em um arquivo",
  search: "Procurar pessoas",
  noneFound: "Aqui ninguém tem este nome ou ID.",
  missedCalls: "Chamadas perdidas",
  clear: "Limpar",
  strangers: "Pessoas que você não conhece",
  others: "Contatos e chamadas recentes",
  showMore: "Mostrar mais",
  callBack: "Ligar de volta",
  callBackTo: (who) => `Ligar de volta para ${who}`,
  videoCall: "Chamada de vídeo",
  videoCallTo: (who) => `Chamada de vídeo para ${who}`,
  voiceCall: "Chamada de voz",
  voiceCallTo: (who) => `Chamada de voz para ${who}`,
  moreOf: (who) => `Mais sobre ${who}`,
  claimed: (name) => `“${name}”`,
  callCount: plural({ other: (count) => `${count} chamadas` }),
  online: "Online",
  verified: "ID verificado",
  contact: "Contato",
  saveContact: "Salvar contato",
  removeContact: "Remover contato",
  yourName: "Seu nome para esta pessoa",
  yourNameNote: "Só você o vê.",
  mute: "Silenciar",
  muteNote: "As chamadas desta pessoa não tocarão. Você as encontrará nas chamadas perdidas.",
  notMuted: "Não silenciar",
  forAnHour: "Por 1 hora",
  untilTomorrow: "Até amanhã de manhã",
  always: "Até você desativar",
  muted: "Em silêncio",
  mutedUntil: (time) => `Em silêncio até ${time}`,
  forget: "Excluir",
  forgetAsk: (who) => `Excluir ${who} deste dispositivo? Se ligar de novo, aparecerá como alguém que você não conhece.`,
  cancel: "Cancelar",
  done: "Pronto",
  didNotLoad: "Esta parte não carregou. Verifique sua conexão e tente de novo.",
  unblock: "Desbloquear",
  unblockThem: (who) => `Desbloquear ${who}`,
  blockedCount: (count) => `IDs bloqueados (${count})`,
};
