/** What the screens of a call say while it is on, in German; with what features say there. */

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
  storageFull: "Dieser Browser hat keinen Platz mehr. Was du änderst, gilt, bis du diesen Tab schließt. " +
    "Schaffe Platz auf diesem Gerät, damit es bleibt.",
  phase: {
    ringing: "Es klingelt …",
    heldBack: "Zu oft angerufen. Es klingelt, sobald es darf.",
    patient: "Die Seite ist dort nicht offen. Wir versuchen es weiter.",
    about: "Gleich wird angerufen …",
    calling: "Wird angerufen …",
    rejoining: "Wieder verbinden …",
    video: "Videoanruf",
    voice: "Sprachanruf",
    connected: "Verbunden",
    away: "Warten auf die andere Seite …",
    connecting: "Verbindung wird aufgebaut …",
    reconnecting: "Verbindung kommt zurück …",
    ended: "Anruf beendet",
  },
  state: {
    ringing: (who) => `Es klingelt … Warten, bis ${who} abnimmt.`,
    heldBack: (who) => `Aus deinem Netz wurde ${who} in kurzer Zeit zu oft angerufen. Es klingelt, sobald es darf.`,
    patient: (who) => `${who} hat die Seite nicht offen. Wir versuchen es weiter.`,
    about: (who) => `Gleich wird ${who} angerufen …`,
    calling: (who) => `${who} wird angerufen …`,
    rejoining: (who) => `Du kehrst in den Anruf mit ${who} zurück …`,
    video: (who) => `${who} ruft dich mit Video an.`,
    voice: (who) => `${who} ruft dich an.`,
    away: (who) => `${who} antwortet seit einer Weile nicht. Warte oder leg auf.`,
    connecting: (who) => `Verbindung mit ${who} wird aufgebaut …`,
    connected: (who) => `Verbunden mit ${who}.`,
    joining: (who) => `${who} ist gleich da.`,
    reconnectingAway: (who) =>
      `Verbindung kommt zurück … ${who} antwortet seit einer Weile nicht. Der Anruf wartet zwei Minuten, oder leg jetzt ` +
      "auf.",
    reconnecting: "Verbindung kommt zurück … Sie war unterbrochen. Bleib hier, sie kommt von selbst wieder.",
    ended: "Der Anruf ist beendet.",
  },
  title: {
    waiting: "Jemand ruft an …",
    outgoing: (who) => `${who} wird angerufen …`,
    incoming: (who) => `${who} ruft an …`,
    connected: (who) => `Im Gespräch mit ${who}`,
    reconnecting: (who) => `Verbindung mit ${who} kommt zurück …`,
    missed: (who) => `Verpasster Anruf von ${who}`,
  },

  namedByLink: "Dieser Name steht im Link. Ob er stimmt, zeigt sich, wenn abgenommen wird.",
  otherUnderName: (who) =>
    `Das ist nicht die ID, die ${who} bisher hatte. Hinter dem Namen kann also jemand anderes stecken.`,
  askThem: "Frag etwas, das nur die richtige Person wissen kann.",
  compareToBeSure: "Vergleicht Wörter, um sicherzugehen.",
  itsThem: "Sie ist es",
  neverTalked: "Mit dieser ID hast du noch nie gesprochen.",
  neverTalkedClaimed: "Mit dieser ID hast du noch nie gesprochen. Den Namen hat sie sich selbst gegeben.",

  controls: "Anruf steuern",
  mute: "Mikrofon ausschalten",
  unmute: "Mikrofon einschalten",
  cameraOn: "Kamera einschalten",
  cameraOff: "Kamera ausschalten",
  resting: "Das Gespräch wird gehalten. Das gilt, sobald es weitergeht.",
  cancel: "Abbrechen",
  hangUp: "Auflegen",
  more: "Mehr",
  incomingCall: "Eingehender Anruf",
  accept: "Annehmen",
  acceptWithoutVideo: "Ohne Video annehmen",
  decline: "Ablehnen",
  silence: "Klingeln aus",
  ownPicture: "Eigenes Bild",
  ownPictureMoves: "Eigenes Bild, mit den Pfeiltasten zu verschieben",
  remoteVideo: "Video der anderen Seite",
  theirCameraOff: (who) => ["Die Kamera von ", who, " ist aus"],
  joining: (who) => `${who} ist gleich da`,
  theyAreMuted: (who) => [who, " ist stumm"],
  waitsForTap: "Der Browser wartet auf deinen Fingertipp, bevor er den Anruf abspielt.",
  tapForSound: "Ton einschalten",
  featuresMissing: "Ein Teil der Seite kam nicht an. Hier fehlt vielleicht etwas.",
  tryAgain: "Noch einmal",
  callAgain: "Noch einmal anrufen",
  keepWaiting: "Weiter warten",
  pageClosed: (who) => `Die Seite von ${who} wurde geschlossen. Warten …`,
  gone: (who) => `${who} ist weg. Ruf noch einmal an oder warte weiter.`,
  back: "Zurück",
};
