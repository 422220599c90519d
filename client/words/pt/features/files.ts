/** What is said of files that two people send each other, in Portuguese. */

import type { FilesWords } from "../../en/features/files.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("pt");

export const files: FilesWords = {
  title: "Arquivos",
  close: "Fechar arquivos",
  send: "Enviar arquivo",
  sendFolder: "Enviar pasta",
  drop: (who) => `Solte os arquivos para oferecê-los a ${who}`,
  empty:
    "Escolha arquivos, solte-os aqui ou cole-os. Eles vão direto para o navegador da outra pessoa assim que ela aceitar.",
  tooMany: "É demais de uma vez. Envie até 1.000 arquivos e 64 GB, ou espere as transferências atuais terminarem.",
  offered: (who, what, size) => `${who} quer enviar para você: ${what} (${size}).`,
  count: plural({
    one: (count) => `${count} arquivo`,
    other: (count) => `${count} arquivos`,
  }),
  accept: "Aceitar arquivo",
  decline: "Recusar",
  pause: "Pausar transferência",
  resume: "Retomar transferência",
  cancel: "Cancelar transferência",
  save: "Salvar",
  remove: "Tirar da lista",
  youSend: "Você envia:",
  theySend: (who) => `${who} envia:`,
  waiting: (who) => `Aguardando ${who} aceitar`,
  ofAll: (done, all) => `${done} de ${all}`,
  eachSecond: (size) => `${size} por segundo`,
  left: (duration) => `faltam ${duration}`,
  paused: "Em pausa",
  interrupted: (who) => `Interrompido. Vai continuar quando ${who} voltar e estiver com o arquivo aberto.`,
  unsaved: (who) => `Aguardando ${who} salvar`,
  sent: "Enviado",
  received: "Recebido. Salve antes de sair.",
  saved: "Salvo",
  declined: (who) => `${who} recusou.`,
  cancelled: "Cancelado",
  problems: {
    "no-room": "Não há espaço para ele neste dispositivo. Libere espaço e aceite de novo.",
    memory: "Este navegador só aceita até 256 MB aqui. Abra a página em outro navegador ou fora da navegação privada.",
    storage: "Não foi possível salvar. Libere espaço neste dispositivo e tente de novo.",
    unasked: "Este navegador não conseguiu perguntar onde salvar. Toque de novo para baixar.",
    unreadable: "O arquivo foi movido ou alterado. Escolha-o de novo.",
    corrupt: "Chegou danificado. Peça que enviem de novo.",
    unavailable: "Não foi possível enviar. Tente de novo ou peça à outra pessoa que recarregue a página.",
  },
  underWay: (what, share) => `${what}: transferência em ${share}`,
};
