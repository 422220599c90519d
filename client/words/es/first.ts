/** What the first screen says, in Spanish; with what every page says and why the server opens no socket. */

import type { FirstWords } from "../en/first.ts";
import { createPlural } from "../grammar/plurals.ts";

export { insecure } from "./insecure.ts";
export { page } from "./page.ts";
export { refusals } from "./refusals.ts";

const plural = createPlural("es");

export const first: FirstWords = {
  untaken: (who, why) => `${who} llamó. ${why}`,
  tabLifetime: "Este ID solo dura hasta que cierres esta pestaña, porque el navegador no guarda nada de esta página. " +
    "Sal de la navegación privada para tener uno que dure.",
  framedLifetime: "Dentro de otro sitio web, puede que tengas un ID distinto.",
  unansweredLifetime:
    "El almacenamiento del navegador no responde, así que esta pestaña tiene un ID propio hasta que " +
    "la cierres. Reinicia el navegador para recuperar tu ID habitual.",
  unread:
    "El almacenamiento del navegador no responde, así que aquí no están tu nombre ni tus llamadas perdidas, y tus " +
    "cambios solo duran hasta que cierres esta pestaña. Recarga esta página o reinicia el navegador.",
  damaged: "Parte de lo que el navegador guardó de esta página no se puede leer. Revisa tu nombre, «Ocultar mi " +
    "dirección IP» y a quién has bloqueado.",
  reachable: "Cualquiera que tenga tu enlace puede llamarte mientras esta página esté abierta.",
  linkCopied: "Enlace copiado. Envíalo a quien quieras que te llame.",
  idCopied: "ID copiado. Envíalo a quien quieras que te llame.",
  copyByHand: "Seleccionado. Cópialo con Ctrl + C, o ⌘ C en un Mac.",
  unreadableId: "Un ID tiene este aspecto: k7mq-2vhd-9xtr-w4pz-0b5n.",
  emptyId: "Escribe su ID o pega su enlace.",
  brokenLink: "Este enlace no está completo. Pídelo de nuevo o escribe el ID.",
  ownId: "Ese es tu propio ID. Los demás lo usan para llamarte.",
  hiddenAndNoRelay: "Desactiva «Ocultar mi dirección IP» para llamar.",
  relayOnly: "Las llamadas pasan por un retransmisor. Los demás no ven tu dirección.",
  noRelay: "Esto necesita un retransmisor, y este servidor no ofrece ninguno.",
  relayStuck:
    "Este servidor no ofrece ningún retransmisor, así que las llamadas no pueden conectarse. Desactiva esto " +
    "para llamar.",
  blocked: "ID bloqueado. Ya no podrá llamarte y no recibirá ningún aviso.",

  language: "Idioma",
  unspoken: (name) => `No se pudo cargar el idioma ${name}. Revisa tu conexión y elígelo de nuevo.`,
  tagline: "Llamadas de navegador a navegador, con cifrado de extremo a extremo.",
  invitation: (id) => ["¿Llamar a ", id, "?"],
  byLink: "Has abierto el enlace de esta persona.",
  namedByLink: "Este nombre viene del enlace. Sabrás si es cierto después de la primera llamada.",
  seesId: "Verá tu ID.",
  seesIdAndName: "Verá tu ID y tu nombre.",
  yourId: "Tu ID",
  copy: "Copiar",
  copyLink: "Copiar enlace",
  shareLink: "Compartir enlace",
  qrCode: "Código QR",
  scanMe: "Escanéalo para llamarme",
  closeQr: "Cerrar",
  qrMissing: "No se cargó el código QR. Revisa tu conexión y recarga esta página.",
  callMe: "Llámame",
  ringing: "Timbre",
  people: "Personas",
  textToCopy: "Texto para copiar",
  idOrLink: "ID o enlace",
  pasteOrType: "Pega un enlace o escribe un ID",
  call: "Llamar",
  yourName: "Tu nombre",
  nameUse: "Lo ven las personas con las que hablas y quien abra tu enlace.",
  optional: "Opcional",
  hideAddress: "Ocultar mi dirección IP",

  unverified: plural({
    one: () => "No se pudo verificar 1 llamada, así que no sonó.",
    other: (count) => `No se pudieron verificar ${count} llamadas, así que no sonaron.`,
  }),
  untakenCount: plural({
    one: () => "Llegó 1 llamada, pero esta página no puede recibirlas.",
    other: (count) => `Llegaron ${count} llamadas, pero esta página no puede recibirlas.`,
  }),
  block: "Bloquear",
};
