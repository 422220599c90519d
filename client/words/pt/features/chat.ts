/** What the chat of a call says, in Portuguese. */

import type { ChatWords } from "../../en/features/chat.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("pt");

export const chat: ChatWords = {
  title: "Chat",
  close: "Fechar chat",
  message: "Mensagem",
  send: "Enviar",
  sendAgain: "Enviar de novo",
  empty:
    "O que você escreve vai direto para o navegador da outra pessoa. Desaparece quando você sai da chamada, a menos que " +
    "os dois lados guardem o chat.",
  options: "Opções do chat",
  keep: "Guardar este chat",
  keepNote:
    "As novas mensagens são salvas neste dispositivo enquanto os dois lados tiverem isto ativado. As imagens, não.",
  keepAsked: (who) => [who, " quer guardar este chat. Você pode ativar isso nas opções do chat."],
  keepAlone: (who) => ["Nada de novo é guardado até que ", who, " também ative isto."],
  keepBoth: "Os dois lados guardam o que escrevem, cada um no próprio dispositivo.",
  deleteKept: plural({
    one: (count) => `Excluir ${count} mensagem guardada neste dispositivo`,
    other: (count) => `Excluir ${count} mensagens guardadas neste dispositivo`,
  }),
  lacking: (who) => ["A página de ", who, " é uma versão antiga, sem chat. Peça que a recarregue."],
  earlier: "Antes",
  thisCall: "Esta chamada",
  olderGone: "As mensagens mais antigas não são mais mostradas.",
  isTyping: (who) => [who, " está digitando…"],
  live: "Texto em tempo real",
  liveOption: "Permite que a outra pessoa veja o que você digita enquanto digita.",
  liveNote: "A outra pessoa vê o que você digita enquanto digita.",
  typed: (who, text) => `${who} está digitando: ${text}`,
  youWrote: "Você escreveu:",
  theyWrote: (who) => [who, " escreveu:"],
  onItsWay: "Enviando…",
  delivered: "Entregue",
  notSent: "Não enviada.",
  tooLong: plural({
    one: (count) => `${count} caractere a mais`,
    other: (count) => `${count} caracteres a mais`,
  }),
  unread: plural({
    one: (count) => `${count} mensagem não lida`,
    other: (count) => `${count} mensagens não lidas`,
  }),
  picture: "Imagem",
  showPicture: "Mostrar imagem",
  openPicture: "Abrir imagem",
  closePicture: "Fechar imagem",
  pictureProblems: {
    unreadable: "Não foi possível ler esta imagem, então ela não foi enviada.",
    "too-large": "Esta imagem é grande demais. Envie-a como arquivo.",
    unavailable: "Não enviada.",
    unshowable: "Esta imagem não pode ser mostrada aqui.",
    "too-many": "Imagens demais de uma vez. Algumas ficaram de fora.",
  },
  newMessage: (who, text) => `Nova mensagem de ${who}: ${text}`,
};
