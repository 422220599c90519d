/** What the chat of a call says, in Spanish. */

import type { ChatWords } from "../../en/features/chat.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("es");

export const chat: ChatWords = {
  title: "Chat",
  close: "Cerrar chat",
  message: "Mensaje",
  send: "Enviar",
  sendAgain: "Enviar de nuevo",
  empty:
    "Lo que escribes va directo al navegador de la otra persona. Desaparece cuando dejes esta llamada, a menos que " +
    "ambas partes lo guarden.",
  options: "Opciones del chat",
  keep: "Guardar este chat",
  keepNote:
    "Los mensajes nuevos se guardan en este dispositivo mientras ambas partes tengan esto activado. Las imágenes no.",
  keepAsked: (who) => [who, " quiere guardar este chat. Puedes activarlo en las opciones del chat."],
  keepAlone: (who) => ["No se guardará nada nuevo hasta que ", who, " también active esto."],
  keepBoth: "Ambas partes guardan lo que se escribe, cada una en su dispositivo.",
  deleteKept: plural({
    one: () => "Eliminar 1 mensaje guardado de este dispositivo",
    other: (count) => `Eliminar ${count} mensajes guardados de este dispositivo`,
  }),
  lacking: (who) => ["La página de ", who, " es una versión anterior sin chat. Pídele que la recargue."],
  earlier: "Antes",
  thisCall: "Esta llamada",
  olderGone: "Los mensajes más antiguos ya no se muestran.",
  isTyping: (who) => [who, " está escribiendo…"],
  live: "Texto en tiempo real",
  liveOption: "Permite que la otra persona vea lo que escribes mientras lo escribes.",
  liveNote: "La otra persona ve lo que escribes mientras lo escribes.",
  typed: (who, text) => `${who} está escribiendo: ${text}`,
  youWrote: "Escribiste:",
  theyWrote: (who) => [who, " escribió:"],
  onItsWay: "Enviando…",
  delivered: "Entregado",
  notSent: "No enviado.",
  tooLong: plural({
    one: () => "1 carácter de más",
    other: (count) => `${count} caracteres de más`,
  }),
  unread: plural({
    one: () => "1 mensaje sin leer",
    other: (count) => `${count} mensajes sin leer`,
  }),
  picture: "Imagen",
  showPicture: "Mostrar imagen",
  openPicture: "Abrir imagen",
  closePicture: "Cerrar imagen",
  pictureProblems: {
    unreadable: "Esta imagen no se puede leer, así que no se envió.",
    "too-large": "Esta imagen es demasiado grande. Envíala como archivo.",
    unavailable: "No enviada.",
    unshowable: "Esta imagen no se puede mostrar aquí.",
    "too-many": "Demasiadas imágenes a la vez. Algunas se omitieron.",
  },
  newMessage: (who, text) => `Nuevo mensaje de ${who}: ${text}`,
};
