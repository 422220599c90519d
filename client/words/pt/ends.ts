/** What is said of a call that is over, in Portuguese: what happened, for how long, and what to do next. */

import type { EndWords } from "../en/ends.ts";

export const ends: EndWords = {
  title: {
    ended: "Chamada encerrada",
    cancelled: "Chamada cancelada",
    missed: "Chamada perdida",
    tooLate: "Já desligou",
    declined: "Chamada recusada",
    busy: "Em outra chamada",
    unanswered: "Sem resposta",
    answeredElsewhere: "Atendida em outro lugar",
    declinedElsewhere: "Recusada em outro lugar",
    unavailable: "Indisponível",
    heldBack: "Chamadas demais",
    impossible: "Chamada impossível",
    offline: "Não foi possível ligar",
    stopped: "Chamada interrompida",
    lost: "Conexão perdida",
    failed: "Falha na conexão",
  },
  aloud: (title, sentence) => `${title}. ${sentence}`,

  talked: (who, duration) => `Você falou com ${who} por ${duration}.`,
  hungUpEarly: "Você desligou antes de a chamada começar.",
  theyHungUpEarly: (who) => `${who} desligou antes de a chamada começar. Tente ligar de novo.`,
  cancelled: (who) => `Você parou de ligar para ${who} antes de ter resposta.`,
  missed: (who, at) => at === null ? `${who} ligou para você.` : `${who} ligou para você (${at}).`,
  callToReach: "Ligue de volta para falar.",
  vanished: (who, at) =>
    at === null
      ? `${who} ligou para você, mas saiu antes que você pudesse atender. Ligue de volta para falar.`
      : `${who} ligou para você (${at}), mas saiu antes que você pudesse atender. Ligue de volta para falar.`,
  tooLate: (who) => `${who} parou de ligar antes que sua resposta chegasse. Ligue de volta para falar.`,
  theyDeclined: (who) => `${who} não pode falar agora. Tente mais tarde.`,
  youDeclined: (who) => `Você recusou a chamada de ${who}. Ligue de volta quando puder.`,
  theyWereBusy: (who) => `${who} está em outra chamada. Tente de novo em alguns minutos.`,
  youWereBusy: "Você estava em outra chamada.",
  unanswered: (who, at) =>
    at === null ? `${who} não atendeu. Tente mais tarde.` : `${who} não atendeu sua chamada (${at}). Tente mais tarde.`,
  answeredElsewhere: (who) => `Você atendeu a chamada de ${who} em outra aba ou em outro dispositivo.`,
  declinedElsewhere: (who) => `Você recusou a chamada de ${who} em outra aba ou em outro dispositivo.`,
  unavailable: (who) => `Não é possível falar com ${who} agora. Tente de novo ou envie seu link.`,
  heldBack: (who) => `Sua rede ligou para ${who} vezes demais em pouco tempo. Espere um minuto e ligue de novo.`,
  unsupported: (who) =>
    `O navegador de ${who} não consegue receber chamadas. Peça que abra o teste de conexão, que diz o motivo, ou que use ` +
    "outro navegador.",
  incompatible: (who) =>
    `Seu navegador e o de ${who} não acharam um jeito comum de se conectar. Atualizem os dois ou tentem outro navegador.`,
  noWebRtc: "Seu navegador está com o WebRTC desativado, então não consegue fazer chamadas. " +
    "Ative-o ou ligue de novo de outro navegador.",
  unprepared: "Seu navegador não conseguiu preparar a chamada. " +
    "Recarregue esta página e ligue de novo, ou use outro navegador.",
  offline: (who) =>
    `Esta página estava sem conexão com o servidor, então a chamada não chegou a ${who}. Verifique sua rede e ligue de ` +
    "novo.",
  keyless: "Esta página não tem uma chave para provar que é você quem liga. " +
    "Abra-a no endereço https:// em um navegador atualizado e ligue de novo.",
  changed: (who) => `Alguém no meio alterou o que o navegador de ${who} enviou, então a chamada foi interrompida.`,
  overAnotherNetwork: "Ligue de novo por outra rede.",
  unsigned: (who) =>
    `A resposta não foi assinada por ${who}, então alguém no meio pode tê-la alterado. Nada foi visto nem ouvido. ` +
    "Peça que recarregue a página e ligue de novo. Se acontecer outra vez, use outra rede ou outro servidor.",
  otherKey: (who) =>
    `Esta chamada não era de ${who}: o ID é o que você conhece, mas a chave não é. ` +
    "Entre em contato por outro meio e não atenda chamadas deste ID.",
  remoteUnverified: (who) =>
    `O navegador de ${who} não conseguiu verificar que esta chamada é sua, então a interrompeu. ` +
    "Recarregue esta página e ligue de novo. Se acontecer outra vez, use outra rede.",
  theyFoundDiffering: (who) =>
    `${who} descobriu que pode haver alguém entre vocês. Não confie no que foi dito. ` +
    "Ligue por outra rede ou entre em contato por outro meio.",
  wordsDiffered: (who) =>
    `As palavras não bateram, então pode haver alguém entre você e ${who}. Não confie no que foi dito. ` +
    "Ligue por outra rede ou entre em contato por outro meio.",
  flooded: (who) =>
    `O navegador de ${who} enviou muito mais do que uma chamada precisa, então ela foi interrompida. ` +
    "Se ainda quiser falar, peça que recarregue a página e ligue de novo.",
  remoteFlooded: (who) =>
    `Seu navegador enviou muito mais do que uma chamada precisa, então o de ${who} a interrompeu. ` +
    "Recarregue esta página e ligue de novo.",
  lost: (who) => `A conexão com ${who} não voltou.`,
  checkNetwork: "Verifique sua rede e ligue de novo.",
  pageGone: (who) => `A página de ${who} foi fechada ou recarregada.`,
  callToGoOn: "Ligue de novo para continuar.",
  over: (who) => `${who} encerrou a chamada. Ligue de novo para falar.`,
  keepTrying: "Continuar tentando",
  saveContact: "Salvar contato",
  contactSaved: "Contato salvo",

  noConnection: (who) => `Não foi possível conectar com ${who}.`,
  foundHere: {
    "no-path": (who) =>
      `Não foi possível conectar com ${who}: seu navegador não achou nenhum caminho, nem pelo retransmissor.`,
    "no-path-and-no-relay": (who) =>
      `Não foi possível conectar com ${who}: seu navegador não achou um caminho direto, e este servidor não oferece um ` +
      "retransmissor.",
    "relay-refused": (who) => `Não foi possível conectar com ${who}: o retransmissor recusou seu navegador.`,
    "relay-unreachable": (who) =>
      `Não foi possível conectar com ${who}: o retransmissor não respondeu ao seu navegador.`,
    "relay-only-and-no-relay": (who) =>
      `Não foi possível conectar com ${who}: seu navegador só pode usar um retransmissor, e este servidor não oferece ` +
      "nenhum.",
    "peer-silent": (who) => `Não foi possível conectar com ${who}: seu navegador não recebeu nada do outro lado.`,
  },
  foundThere: {
    "no-path": (who) => `O navegador de ${who} não achou nenhum caminho, nem pelo retransmissor.`,
    "no-path-and-no-relay": (who) =>
      `O navegador de ${who} não achou um caminho direto, e este servidor não oferece um retransmissor.`,
    "relay-refused": (who) => `O retransmissor recusou o navegador de ${who}.`,
    "relay-unreachable": (who) => `O retransmissor não respondeu ao navegador de ${who}.`,
    "relay-only-and-no-relay": (who) =>
      `O navegador de ${who} só pode usar um retransmissor, e este servidor não oferece nenhum.`,
    "peer-silent": (who) => `O navegador de ${who} não recebeu nada do seu.`,
  },
  tryNetwork: "Tente outra rede.",
  tryNetworkOrAsk: "Tente outra rede ou pergunte a quem administra este servidor sobre o retransmissor.",
  showAddressOrAsk:
    "Desative “Ocultar meu endereço IP” ou pergunte a quem administra este servidor sobre o retransmissor.",
};

export { details, quality } from "./features/quality.ts";
export { leftCall } from "./home/left_call.ts";
