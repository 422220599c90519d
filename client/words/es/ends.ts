/** What is said of a call that is over, in Spanish: what happened, for how long, and what to do next. */

import type { EndWords } from "../en/ends.ts";

export const ends: EndWords = {
  title: {
    ended: "Llamada finalizada",
    cancelled: "Llamada cancelada",
    missed: "Llamada perdida",
    tooLate: "Ya colgó",
    declined: "Llamada rechazada",
    busy: "En otra llamada",
    unanswered: "Sin respuesta",
    answeredElsewhere: "Aceptada en otro lugar",
    declinedElsewhere: "Rechazada en otro lugar",
    unavailable: "No disponible",
    heldBack: "Demasiadas llamadas",
    impossible: "No es posible llamar",
    offline: "No se pudo llamar",
    stopped: "Llamada detenida",
    lost: "Conexión perdida",
    failed: "No se pudo conectar",
  },
  aloud: (title, sentence) => `${title}. ${sentence}`,

  talked: (who, duration) => `Hablaste con ${who} durante ${duration}.`,
  hungUpEarly: "Colgaste antes de que se estableciera la llamada.",
  theyHungUpEarly: (who) => `${who} colgó antes de que se estableciera la llamada. Vuelve a llamar.`,
  cancelled: (who) => `Dejaste de llamar a ${who} antes de que respondiera.`,
  missed: (who, at) => at === null ? `${who} te llamó.` : `${who} te llamó (${at}).`,
  callToReach: "Devuelve la llamada para hablar.",
  vanished: (who, at) =>
    at === null
      ? `${who} te llamó, pero se fue antes de que pudieras responder. Devuelve la llamada para hablar.`
      : `${who} te llamó (${at}), pero se fue antes de que pudieras responder. Devuelve la llamada para hablar.`,
  tooLate: (who) => `${who} dejó de llamar antes de que llegara tu respuesta. Devuelve la llamada para hablar.`,
  theyDeclined: (who) => `${who} no puede hablar ahora. Inténtalo más tarde.`,
  youDeclined: (who) => `Rechazaste la llamada de ${who}. Devuélvela cuando te venga bien.`,
  theyWereBusy: (who) => `${who} está en otra llamada. Inténtalo de nuevo en unos minutos.`,
  youWereBusy: "Estabas en otra llamada.",
  unanswered: (who, at) =>
    at === null
      ? `${who} no respondió. Inténtalo más tarde.`
      : `${who} no respondió a tu llamada (${at}). Inténtalo más tarde.`,
  answeredElsewhere: (who) => `Aceptaste la llamada de ${who} en otra pestaña o en otro dispositivo.`,
  declinedElsewhere: (who) => `Rechazaste la llamada de ${who} en otra pestaña o en otro dispositivo.`,
  unavailable: (who) => `${who} no está disponible ahora. Inténtalo de nuevo o envíale tu enlace.`,
  heldBack: (who) =>
    `Desde tu red se ha llamado a ${who} demasiadas veces en poco tiempo. Espera un minuto y vuelve a llamar.`,
  unsupported: (who) =>
    `El navegador de ${who} no puede recibir llamadas. Pídele que abra la prueba de conexión, que explica el motivo, ` +
    "o que use otro navegador.",
  incompatible: (who) =>
    `Tu navegador y el de ${who} no encontraron una forma común de conectarse. Hay que actualizar ambos o probar otro ` +
    "navegador.",
  noWebRtc: "Tu navegador tiene WebRTC desactivado, así que no puede hacer llamadas. " +
    "Actívalo o vuelve a llamar desde otro navegador.",
  unprepared: "Tu navegador no pudo preparar la llamada. Recarga esta página y vuelve a llamar, o usa otro navegador.",
  offline: (who) =>
    `Esta página no tenía conexión con el servidor, así que la llamada no le llegó a ${who}. Revisa tu red y vuelve a ` +
    "llamar.",
  keyless: "Esta página no tiene una clave que demuestre que quien llama eres tú. " +
    "Ábrela en su dirección https:// en un navegador actualizado y vuelve a llamar.",
  changed: (who) => `Alguien en medio cambió lo que envió el navegador de ${who}, así que se detuvo la llamada.`,
  overAnotherNetwork: "Vuelve a llamar por otra red.",
  unsigned: (who) =>
    `La respuesta no llevaba la firma de ${who}, así que alguien en medio puede haberla cambiado. No se vio ni se oyó ` +
    "nada. Pídele que recargue su página y vuelve a llamar. Si ocurre otra vez, usa otra red u otro servidor.",
  otherKey: (who) =>
    `Esta llamada no venía de ${who}: el ID es el que conoces, pero la clave no. ` +
    "Contacta por otro medio y no aceptes llamadas de este ID.",
  remoteUnverified: (who) =>
    `El navegador de ${who} no pudo verificar que esta llamada es tuya, así que la detuvo. ` +
    "Recarga esta página y vuelve a llamar. Si ocurre otra vez, usa otra red.",
  theyFoundDiffering: (who) =>
    `${who} detectó que puede haber alguien en medio. No te fíes de lo que se dijo. ` +
    "Llama por otra red o contacta por otro medio.",
  wordsDiffered: (who) =>
    `Las palabras no coincidieron, así que puede haber alguien entre ${who} y tú. No te fíes de lo que se dijo. ` +
    "Llama por otra red o contacta por otro medio.",
  flooded: (who) =>
    `El navegador de ${who} envió mucho más de lo que necesita una llamada, así que esta se detuvo. ` +
    "Si aún quieres hablar, pídele que recargue su página y vuelve a llamar.",
  remoteFlooded: (who) =>
    `Tu navegador envió mucho más de lo que necesita una llamada, así que el de ${who} la detuvo. ` +
    "Recarga esta página y vuelve a llamar.",
  lost: (who) => `La conexión con ${who} no volvió.`,
  checkNetwork: "Revisa tu red y vuelve a llamar.",
  pageGone: (who) => `La página de ${who} se cerró o se recargó.`,
  callToGoOn: "Vuelve a llamar para continuar.",
  over: (who) => `${who} ha finalizado la llamada. Vuelve a llamar para hablar.`,
  keepTrying: "Seguir intentando",
  saveContact: "Guardar contacto",
  contactSaved: "Contacto guardado",

  noConnection: (who) => `No se pudo conectar con ${who}.`,
  foundHere: {
    "no-path": (who) =>
      `No se pudo conectar con ${who}: tu navegador no encontró ningún camino, ni siquiera por el retransmisor.`,
    "no-path-and-no-relay": (who) =>
      `No se pudo conectar con ${who}: tu navegador no encontró un camino directo y este servidor no ofrece retransmisor.`,
    "relay-refused": (who) => `No se pudo conectar con ${who}: el retransmisor rechazó tu navegador.`,
    "relay-unreachable": (who) => `No se pudo conectar con ${who}: el retransmisor no respondió a tu navegador.`,
    "relay-only-and-no-relay": (who) =>
      `No se pudo conectar con ${who}: tu navegador solo puede usar un retransmisor y este servidor no ofrece ninguno.`,
    "peer-silent": (who) => `No se pudo conectar con ${who}: a tu navegador no le llegó nada del otro lado.`,
  },
  foundThere: {
    "no-path": (who) => `El navegador de ${who} no encontró ningún camino, ni siquiera por el retransmisor.`,
    "no-path-and-no-relay": (who) =>
      `El navegador de ${who} no encontró un camino directo y este servidor no ofrece retransmisor.`,
    "relay-refused": (who) => `El retransmisor rechazó el navegador de ${who}.`,
    "relay-unreachable": (who) => `El retransmisor no respondió al navegador de ${who}.`,
    "relay-only-and-no-relay": (who) =>
      `El navegador de ${who} solo puede usar un retransmisor y este servidor no ofrece ninguno.`,
    "peer-silent": (who) => `Al navegador de ${who} no le llegó nada del tuyo.`,
  },
  tryNetwork: "Prueba otra red.",
  tryNetworkOrAsk: "Prueba otra red o pregunta a quien administra este servidor por el retransmisor.",
  showAddressOrAsk:
    "Desactiva «Ocultar mi dirección IP» o pregunta a quien administra este servidor por el retransmisor.",
};

export { details, quality } from "./features/quality.ts";
export { leftCall } from "./home/left_call.ts";
