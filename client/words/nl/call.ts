/**
 * What the screens of a call say while it is on, in Dutch; with what is said of devices, of words, of screens and in
 * the chat.
 */

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
  storageFull: "Deze browser heeft geen ruimte meer, dus je wijzigingen gelden maar tot je dit tabblad sluit. Maak " +
    "ruimte vrij op dit apparaat om ze te bewaren.",
  phase: {
    ringing: "Gaat over…",
    heldBack: "Te vaak gebeld. Gaat over zodra het mag.",
    patient: "De pagina is daar niet open. We blijven het proberen.",
    about: "Bellen begint zo…",
    calling: "Bellen…",
    rejoining: "Terug naar het gesprek…",
    video: "Video-oproep",
    voice: "Spraakoproep",
    connected: "Verbonden",
    away: "Wachten op de andere kant…",
    connecting: "Verbinden…",
    reconnecting: "Opnieuw verbinden…",
    ended: "Gesprek beëindigd",
  },
  state: {
    ringing: (who) => `Gaat over… Wachten tot ${who} opneemt.`,
    heldBack: (who) => `Vanuit je netwerk is ${who} in korte tijd te vaak gebeld. Gaat over zodra het mag.`,
    patient: (who) => `De pagina van ${who} is niet open. We blijven het proberen.`,
    about: (who) => `Zo wordt ${who} gebeld…`,
    calling: (who) => `${who} wordt gebeld…`,
    rejoining: (who) => `Je gaat terug naar het gesprek met ${who}…`,
    video: (who) => `${who} belt je met video.`,
    voice: (who) => `${who} belt je.`,
    away: (who) => `${who} reageert al een tijdje niet. Wacht, of hang op.`,
    connecting: (who) => `Verbinden met ${who}…`,
    connected: (who) => `Verbonden met ${who}.`,
    joining: (who) => `${who} komt er zo bij.`,
    reconnectingAway: (who) =>
      `Opnieuw verbinden… ${who} reageert al een tijdje niet. Het gesprek wacht twee minuten. Je kunt ook nu ophangen.`,
    reconnecting: "Opnieuw verbinden… De verbinding was verbroken, maar komt vanzelf terug. Blijf hier.",
    ended: "Het gesprek is beëindigd.",
  },
  title: {
    waiting: "Iemand belt…",
    outgoing: (who) => `${who} bellen…`,
    incoming: (who) => `${who} belt…`,
    connected: (who) => `In gesprek met ${who}`,
    reconnecting: (who) => `Opnieuw verbinden met ${who}…`,
    missed: (who) => `Gemiste oproep van ${who}`,
  },

  namedByLink: "Deze naam komt uit de link. Of hij klopt, merk je als er wordt opgenomen.",
  otherUnderName: (who) => `Dit is niet de ID die ${who} eerder had. Iemand anders gebruikt misschien die naam.`,
  askThem: "Vraag iets wat alleen de juiste persoon kan weten.",
  compareToBeSure: "Vergelijk woorden om zeker te zijn.",
  itsThem: "Het klopt",
  neverTalked: "Je hebt nog nooit met deze ID gesproken.",
  neverTalkedClaimed: "Je hebt nog nooit met deze ID gesproken. De naam is zelf gekozen.",

  controls: "Gespreksbediening",
  mute: "Microfoon uitzetten",
  unmute: "Microfoon aanzetten",
  cameraOn: "Camera aanzetten",
  cameraOff: "Camera uitzetten",
  resting: "Het gesprek staat in de wacht. Dit geldt zodra het verdergaat.",
  cancel: "Annuleren",
  hangUp: "Ophangen",
  more: "Meer",
  incomingCall: "Inkomende oproep",
  accept: "Opnemen",
  acceptWithoutVideo: "Opnemen zonder video",
  decline: "Weigeren",
  silence: "Dempen",
  ownPicture: "Eigen beeld",
  ownPictureMoves: "Eigen beeld, te verplaatsen met de pijltoetsen",
  remoteVideo: "Video van de ander",
  theirCameraOff: (who) => ["De camera van ", who, " staat uit"],
  joining: (who) => `${who} komt er zo bij`,
  theyAreMuted: (who) => ["De microfoon van ", who, " staat uit"],
  waitsForTap: "Je browser speelt het gesprek pas af als je tikt.",
  tapForSound: "Tik voor geluid",
  featuresMissing: "Een deel van de pagina is niet geladen, dus hier ontbreekt misschien iets.",
  tryAgain: "Opnieuw proberen",
  callAgain: "Opnieuw bellen",
  keepWaiting: "Blijven wachten",
  pageClosed: (who) => `De pagina van ${who} is gesloten. Wachten…`,
  gone: (who) => `${who} is weg. Bel opnieuw, of blijf wachten.`,
  back: "Terug",
};
