/** What the screens of a call say while it is on, in Italian; with what is said of devices, of words, of screens and in the chat. */

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
  storageFull: "Questo browser ha esaurito lo spazio: le tue modifiche valgono solo finché non chiudi questa scheda. " +
    "Libera spazio su questo dispositivo per conservarle.",
  phase: {
    ringing: "Sta squillando…",
    heldBack: "Troppe chiamate. Squillerà appena sarà consentito.",
    patient: "La sua pagina non è aperta. Continueremo a provare.",
    about: "Chiamata tra un attimo…",
    calling: "Chiamata in corso…",
    rejoining: "Ritorno alla chiamata…",
    video: "Videochiamata",
    voice: "Chiamata vocale",
    connected: "In chiamata",
    away: "In attesa che torni…",
    connecting: "Connessione…",
    reconnecting: "Riconnessione…",
    ended: "Chiamata terminata",
  },
  state: {
    ringing: (who) => `Sta squillando… In attesa che ${who} risponda.`,
    heldBack: (who) =>
      `${who} ha ricevuto troppe chiamate dalla tua rete in poco tempo. Squillerà appena sarà consentito.`,
    patient: (who) => `La pagina di ${who} non è aperta. Continueremo a provare.`,
    about: (who) => `La chiamata con ${who} sta per partire…`,
    calling: (who) => `Stai chiamando ${who}…`,
    rejoining: (who) => `Ritorno alla chiamata con ${who}…`,
    video: (who) => `${who} ti sta videochiamando.`,
    voice: (who) => `${who} ti sta chiamando.`,
    away: (who) => `${who} non risponde da un po’. Aspetta o riaggancia.`,
    connecting: (who) => `Connessione con ${who}…`,
    connected: (who) => `In chiamata con ${who}.`,
    joining: (who) => `${who} sta per entrare.`,
    reconnectingAway: (who) =>
      `Riconnessione… ${who} non risponde da un po’. La chiamata aspetterà due minuti, oppure puoi riagganciare ora.`,
    reconnecting: "Riconnessione… Il collegamento si è interrotto. Resta qui: tornerà da solo.",
    ended: "La chiamata è terminata.",
  },
  title: {
    waiting: "Qualcuno ti chiama…",
    outgoing: (who) => `Chiamata a ${who}…`,
    incoming: (who) => `${who} ti chiama…`,
    connected: (who) => `In chiamata con ${who}`,
    reconnecting: (who) => `Riconnessione con ${who}…`,
    missed: (who) => `Chiamata persa da ${who}`,
  },

  namedByLink: "Questo nome viene dal link. Saprai se è vero quando avrai risposta.",
  otherUnderName: (who) => `Questo non è l’ID che ${who} aveva prima: forse qualcun altro usa quel nome.`,
  askThem: "Chiedi qualcosa che solo quella persona può sapere.",
  compareToBeSure: "Confronta le parole per averne la certezza.",
  itsThem: "È la stessa persona",
  neverTalked: "Non hai mai parlato con questo ID.",
  neverTalkedClaimed: "Non hai mai parlato con questo ID. Il nome è quello che questa persona si è data.",

  controls: "Comandi della chiamata",
  mute: "Disattiva microfono",
  unmute: "Attiva microfono",
  cameraOn: "Attiva videocamera",
  cameraOff: "Disattiva videocamera",
  resting: "La chiamata è in attesa. Questo avrà effetto alla ripresa.",
  cancel: "Annulla",
  hangUp: "Riaggancia",
  more: "Altro",
  incomingCall: "Chiamata in arrivo",
  accept: "Rispondi",
  acceptWithoutVideo: "Rispondi senza video",
  decline: "Rifiuta",
  silence: "Silenzia",
  ownPicture: "La tua immagine",
  ownPictureMoves: "La tua immagine: spostala con i tasti freccia",
  remoteVideo: "Video dell’altra persona",
  theirCameraOff: (who) => [who, " ha la videocamera disattivata"],
  joining: (who) => `${who} sta per entrare`,
  theyAreMuted: (who) => [who, " ha il microfono disattivato"],
  waitsForTap: "Il browser non riprodurrà la chiamata finché non tocchi lo schermo.",
  tapForSound: "Tocca per l’audio",
  featuresMissing: "Una parte della pagina non si è caricata: qui potrebbe mancare qualcosa.",
  tryAgain: "Riprova",
  callAgain: "Richiama",
  keepWaiting: "Continua ad aspettare",
  pageClosed: (who) => `La pagina di ${who} è stata chiusa. In attesa…`,
  gone: (who) => `${who} ha lasciato la chiamata. Richiama o continua ad aspettare.`,
  back: "Indietro",
};
