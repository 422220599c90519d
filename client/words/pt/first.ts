/** What the first screen says, in Portuguese; with what every page says and why the server opens no socket. */

import type { FirstWords } from "../en/first.ts";
import { createPlural } from "../grammar/plurals.ts";

export { insecure } from "./insecure.ts";
export { page } from "./page.ts";
export { refusals } from "./refusals.ts";

const plural = createPlural("pt");

export const first: FirstWords = {
  untaken: (who, why) => `${who} ligou. ${why}`,
  tabLifetime: "Este ID só dura até você fechar esta aba, porque o navegador não guarda nada para esta página. " +
    "Saia da navegação privada para ter um que dure.",
  framedLifetime: "Dentro de outro site, você pode ter um ID diferente.",
  unansweredLifetime:
    "O armazenamento do navegador não responde, então esta aba tem um ID próprio até você fechá-la. " +
    "Reinicie o navegador para recuperar seu ID habitual.",
  unread: "O armazenamento do navegador não responde, então seu nome e suas chamadas perdidas não estão aqui, e suas " +
    "alterações só duram até você fechar esta aba. Recarregue esta página ou reinicie o navegador.",
  damaged:
    "Parte do que o navegador guardou para esta página não pode ser lida. Confira seu nome, “Ocultar meu endereço " +
    "IP” e quem você bloqueou.",
  reachable: "Quem tiver seu link pode ligar para você enquanto esta página estiver aberta.",
  linkCopied: "Link copiado. Envie-o a quem deve ligar para você.",
  idCopied: "ID copiado. Envie-o a quem deve ligar para você.",
  copyByHand: "Selecionado. Copie com Ctrl + C, ou ⌘ C no Mac.",
  unreadableId: "Um ID é assim: k7mq-2vhd-9xtr-w4pz-0b5n.",
  emptyId: "Digite o ID da pessoa ou cole o link dela.",
  brokenLink: "Este link está incompleto. Peça-o de novo ou digite o ID.",
  ownId: "Esse é o seu próprio ID. Outras pessoas o usam para ligar para você.",
  hiddenAndNoRelay: "Desative “Ocultar meu endereço IP” para ligar.",
  relayOnly: "As chamadas passam por um retransmissor. As outras pessoas não veem seu endereço.",
  noRelay: "Isto precisa de um retransmissor, e este servidor não oferece nenhum.",
  relayStuck:
    "Este servidor não oferece um retransmissor, então as chamadas não se conectam. Desative isto para ligar.",
  blocked: "ID bloqueado. Essa pessoa não pode mais ligar para você e não será avisada.",

  language: "Idioma",
  unspoken: (name) => `Não foi possível carregar o idioma ${name}. Verifique sua conexão e escolha-o de novo.`,
  tagline: "As chamadas vão de navegador a navegador, com criptografia de ponta a ponta.",
  invitation: (id) => ["Ligar para ", id, "?"],
  byLink: "Você abriu o link desta pessoa.",
  namedByLink: "Este nome vem do link. Você saberá se é essa pessoa depois da primeira chamada.",
  seesId: "Ela verá seu ID.",
  seesIdAndName: "Ela verá seu ID e seu nome.",
  yourId: "Seu ID",
  copy: "Copiar",
  copyLink: "Copiar link",
  shareLink: "Compartilhar link",
  qrCode: "Código QR",
  scanMe: "Escaneie para ligar para mim",
  closeQr: "Fechar",
  qrMissing: "O código QR não carregou. Verifique sua conexão e recarregue esta página.",
  callMe: "Ligue para mim",
  ringing: "Toque",
  people: "Pessoas",
  textToCopy: "Texto para copiar",
  idOrLink: "ID ou link",
  pasteOrType: "Cole um link ou digite um ID",
  call: "Ligar",
  yourName: "Seu nome",
  nameUse: "É visto por quem fala com você e por quem abre seu link.",
  optional: "Opcional",
  hideAddress: "Ocultar meu endereço IP",

  unverified: plural({
    one: (count) => `${count} chamada não pôde ser verificada, por isso não tocou.`,
    other: (count) => `${count} chamadas não puderam ser verificadas, por isso não tocaram.`,
  }),
  untakenCount: plural({
    one: (count) => `${count} chamada chegou, mas esta página não pode receber chamadas.`,
    other: (count) => `${count} chamadas chegaram, mas esta página não pode receber chamadas.`,
  }),
  block: "Bloquear",
};
