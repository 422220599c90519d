/** What the list of people says, in Spanish. */

import type { PeopleWords } from "../../en/home/people.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("es");

export const people: PeopleWords = {
  file: "Personas en un archivo",
  search: "Buscar personas",
  noneFound: "Aquí nadie tiene este nombre o ID.",
  missedCalls: "Llamadas perdidas",
  clear: "Borrar",
  strangers: "Personas que no conoces",
  others: "Contactos y llamadas recientes",
  showMore: "Mostrar más",
  callBack: "Devolver llamada",
  callBackTo: (who) => `Devolver la llamada a ${who}`,
  videoCall: "Videollamada",
  videoCallTo: (who) => `Videollamada a ${who}`,
  voiceCall: "Llamada de voz",
  voiceCallTo: (who) => `Llamada de voz a ${who}`,
  moreOf: (who) => `Más sobre ${who}`,
  claimed: (name) => `«${name}»`,
  callCount: plural({ other: (count) => `${count} llamadas` }),
  online: "En línea",
  verified: "ID verificado",
  contact: "Contacto",
  saveContact: "Guardar contacto",
  removeContact: "Quitar contacto",
  yourName: "Tu nombre para esta persona",
  yourNameNote: "Solo lo ves tú.",
  mute: "Silenciar",
  muteNote: "Sus llamadas no sonarán. Las encontrarás en las llamadas perdidas.",
  notMuted: "No silenciar",
  forAnHour: "Durante 1 hora",
  untilTomorrow: "Hasta mañana por la mañana",
  always: "Hasta que lo desactives",
  muted: "En silencio",
  mutedUntil: (time) => `En silencio hasta el ${time}`,
  forget: "Eliminar",
  forgetAsk: (who) =>
    `¿Eliminar a ${who} de este dispositivo? Si vuelve a llamar, aparecerá como alguien que no conoces.`,
  cancel: "Cancelar",
  done: "Listo",
  didNotLoad: "Esta parte no se cargó. Revisa tu conexión e inténtalo de nuevo.",
  unblock: "Desbloquear",
  unblockThem: (who) => `Desbloquear a ${who}`,
  blockedCount: (count) => `ID bloqueados (${count})`,
};
