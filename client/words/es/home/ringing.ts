/** What is said of ringing, and of when there is none, in Spanish. */

import type { RingingWords } from "../../en/home/ringing.ts";

export const ringing: RingingWords = {
  quiet: "«No molestar» está activado.",
  quietUntil: (time) => `«No molestar» activado (hasta ${time}).`,
  tapOnce: "Toca una vez para que esta página pueda sonar.",
  didNotLoad: "Estos ajustes no se cargaron. Revisa tu conexión e inténtalo de nuevo.",
  done: "Listo",

  doNotDisturb: "No molestar",
  whatQuietIs: "Las llamadas no suenan ni interrumpen. Las encontrarás en las llamadas perdidas.",
  forAnHour: "Durante 1 hora",
  daily: "Todos los días",
  from: "Desde",
  to: "Hasta",
  noTime: "Las dos horas son iguales, así que esto no cambia nada.",

  tone: "Tono de llamada",
  tones: { classic: "Clásico", chimes: "Campanillas", drops: "Gotas", telephone: "Teléfono" },
  testRing: "Probar timbre",
  toneNote: "Con el volumen de este dispositivo.",
  heard: "Ahora deberías oírlo. Si no, sube el volumen de este dispositivo.",
  unheard: "Este navegador no deja sonar a la página. Permite el sonido en los ajustes del sitio y revisa el altavoz.",

  notify: "Avisarme",
  notifyNote: "Recibe una notificación cuando alguien llame mientras miras otra cosa.",
  notified: "Recibirás una notificación cuando alguien llame, mientras esta página esté abierta.",
  notifyDenied: "Este navegador bloquea las notificaciones de esta página. Permítelas en los ajustes del sitio y " +
    "recarga la página.",
  notifyUnable: "Este navegador no muestra notificaciones de una página como esta. Las llamadas suenan igualmente " +
    "mientras esté abierta.",
  missedStranger: "Llamada perdida de alguien que no conoces",
};
