/** What the screens of a call say while it is on, in Spanish; with what is said of devices, of words, of screens and in the chat. */

import type { CallWords } from "../en/call.ts";

export { chat } from "./features/chat.ts";
export { comparison } from "./comparison.ts";
export { devices } from "./features/devices.ts";
export { draw } from "./features/draw.ts";
export { files } from "./features/files.ts";
export { hold } from "./features/hold.ts";
export { keyboard } from "./features/keyboard.ts";
export { media } from "./media.ts";
export { pictures } from "./features/pictures.ts";
export { preview } from "./features/preview.ts";
export { reactions } from "./features/reactions.ts";
export { screenShare } from "./features/screen_share.ts";

export const call: CallWords = {
  storageFull: "Este navegador no tiene espacio, así que tus cambios solo duran hasta que cierres esta pestaña. " +
    "Libera espacio en este dispositivo para conservarlos.",
  phase: {
    ringing: "Sonando…",
    heldBack: "Demasiadas llamadas. Sonará en cuanto se permita.",
    patient: "Su página no está abierta. Seguiremos intentándolo.",
    about: "A punto de llamar…",
    calling: "Llamando…",
    rejoining: "Volviendo a la llamada…",
    video: "Videollamada",
    voice: "Llamada de voz",
    connected: "En llamada",
    away: "Esperando a que vuelva…",
    connecting: "Conectando…",
    reconnecting: "Reconectando…",
    ended: "Llamada finalizada",
  },
  state: {
    ringing: (who) => `Sonando… Esperando a que ${who} responda.`,
    heldBack: (who) =>
      `Desde tu red se ha llamado a ${who} demasiadas veces en poco tiempo. Sonará en cuanto se permita.`,
    patient: (who) => `La página de ${who} no está abierta. Seguiremos intentándolo.`,
    about: (who) => `A punto de llamar a ${who}…`,
    calling: (who) => `Llamando a ${who}…`,
    rejoining: (who) => `Volviendo a la llamada con ${who}…`,
    video: (who) => `${who} te está haciendo una videollamada.`,
    voice: (who) => `${who} te está llamando.`,
    away: (who) => `${who} no responde desde hace un rato. Espera o cuelga.`,
    connecting: (who) => `Conectando con ${who}…`,
    connected: (who) => `En llamada con ${who}.`,
    joining: (who) => `${who} está a punto de entrar.`,
    reconnectingAway: (who) =>
      `Reconectando… ${who} no responde desde hace un rato. La llamada esperará dos minutos, o puedes colgar ahora.`,
    reconnecting: "Reconectando… Se interrumpió la conexión. No te vayas: volverá por sí sola.",
    ended: "La llamada ha finalizado.",
  },
  title: {
    waiting: "Alguien te llama…",
    outgoing: (who) => `Llamando a ${who}…`,
    incoming: (who) => `${who} te llama…`,
    connected: (who) => `En llamada con ${who}`,
    reconnecting: (who) => `Reconectando con ${who}…`,
    missed: (who) => `Llamada perdida de ${who}`,
  },

  namedByLink: "Este nombre viene del enlace. Sabrás si es cierto cuando responda.",
  otherUnderName: (who) =>
    `Este no es el ID que ${who} tenía antes, así que otra persona podría estar usando ese nombre.`,
  askThem: "Pregúntale algo que solo esa persona sabría.",
  compareToBeSure: "Compara palabras para comprobarlo.",
  itsThem: "Es la misma persona",
  neverTalked: "No has hablado antes con este ID.",
  neverTalkedClaimed: "No has hablado antes con este ID. El nombre es el que usa esa persona.",

  controls: "Controles de la llamada",
  mute: "Desactivar micrófono",
  unmute: "Activar micrófono",
  cameraOn: "Activar cámara",
  cameraOff: "Desactivar cámara",
  resting: "La llamada está en espera. Esto se aplicará al reanudarla.",
  cancel: "Cancelar",
  hangUp: "Colgar",
  more: "Más",
  incomingCall: "Llamada entrante",
  accept: "Aceptar",
  acceptWithoutVideo: "Aceptar sin video",
  decline: "Rechazar",
  silence: "Silenciar",
  ownPicture: "Tu imagen",
  ownPictureMoves: "Tu imagen; muévela con las teclas de flecha",
  remoteVideo: "Video de la otra persona",
  theirCameraOff: (who) => [who, " tiene la cámara desactivada"],
  joining: (who) => `${who} está a punto de entrar`,
  theyAreMuted: (who) => [who, " tiene el micrófono desactivado"],
  waitsForTap: "Tu navegador no reproducirá la llamada hasta que toques la pantalla.",
  tapForSound: "Toca para oír",
  featuresMissing: "Una parte de la página no se cargó, así que aquí puede faltar algo.",
  tryAgain: "Reintentar",
  callAgain: "Volver a llamar",
  keepWaiting: "Seguir esperando",
  pageClosed: (who) => `Se cerró la página de ${who}. Esperando…`,
  gone: (who) => `${who} ya no está. Vuelve a llamar o sigue esperando.`,
  back: "Volver",
};
