/** What the screens of a call say while it is on, in French; with what is said of devices, of words, of screens and in the chat. */

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
  storageFull:
    "Ce navigateur n’a plus d’espace\u00a0: vos modifications ne dureront que jusqu’à la fermeture de cet onglet. " +
    "Libérez de l’espace sur cet appareil pour les conserver.",
  phase: {
    ringing: "Ça sonne…",
    heldBack: "Trop d’appels. Ça sonnera dès que ce sera permis.",
    patient: "Sa page n’est pas ouverte. Nous continuons d’essayer.",
    about: "L’appel va commencer…",
    calling: "Appel en cours…",
    rejoining: "Retour dans l’appel…",
    video: "Appel vidéo",
    voice: "Appel vocal",
    connected: "En communication",
    away: "En attente de son retour…",
    connecting: "Connexion…",
    reconnecting: "Reconnexion…",
    ended: "Appel terminé",
  },
  state: {
    ringing: (who) => `Ça sonne chez ${who}… En attente d’une réponse.`,
    heldBack: (who) =>
      `${who} a reçu trop d’appels depuis votre réseau en peu de temps. Ça sonnera dès que ce sera permis.`,
    patient: (who) => `${who} n’a pas ouvert sa page. Nous continuons d’essayer.`,
    about: (who) => `L’appel à ${who} va commencer…`,
    calling: (who) => `Appel à ${who}…`,
    rejoining: (who) => `Retour dans l’appel avec ${who}…`,
    video: (who) => `${who} vous appelle en vidéo.`,
    voice: (who) => `${who} vous appelle.`,
    away: (who) => `${who} ne répond plus depuis un moment. Attendez ou raccrochez.`,
    connecting: (who) => `Connexion avec ${who}…`,
    connected: (who) => `En communication avec ${who}.`,
    joining: (who) => `${who} arrive dans un instant.`,
    reconnectingAway: (who) =>
      `Reconnexion… ${who} ne répond plus depuis un moment. L’appel attendra deux minutes, ou vous pouvez raccrocher ` +
      "maintenant.",
    reconnecting: "Reconnexion… La connexion a été interrompue. Restez ici, elle reviendra d’elle-même.",
    ended: "L’appel est terminé.",
  },
  title: {
    waiting: "On vous appelle…",
    outgoing: (who) => `Appel à ${who}…`,
    incoming: (who) => `${who} vous appelle…`,
    connected: (who) => `En appel avec ${who}`,
    reconnecting: (who) => `Reconnexion avec ${who}…`,
    missed: (who) => `Appel manqué\u00a0: ${who}`,
  },

  namedByLink: "Ce nom vient du lien. Vous saurez s’il est exact quand on vous répondra.",
  otherUnderName: (who) => `${who} avait jusqu’ici un autre ID\u00a0: quelqu’un d’autre utilise peut-être ce nom.`,
  askThem: "Demandez quelque chose que seule cette personne peut savoir.",
  compareToBeSure: "Comparez des mots pour en avoir le cœur net.",
  itsThem: "C’est la même personne",
  neverTalked: "Vous n’avez encore jamais parlé avec cet ID.",
  neverTalkedClaimed: "Vous n’avez encore jamais parlé avec cet ID. Cette personne a choisi ce nom elle-même.",

  controls: "Commandes de l’appel",
  mute: "Couper le micro",
  unmute: "Activer le micro",
  cameraOn: "Activer la caméra",
  cameraOff: "Couper la caméra",
  resting: "L’appel est en attente. Ceci s’appliquera à sa reprise.",
  cancel: "Annuler",
  hangUp: "Raccrocher",
  more: "Plus",
  incomingCall: "Appel entrant",
  accept: "Accepter",
  acceptWithoutVideo: "Accepter sans vidéo",
  decline: "Refuser",
  silence: "Couper la sonnerie",
  ownPicture: "Votre image",
  ownPictureMoves: "Votre image, à déplacer avec les touches fléchées",
  remoteVideo: "Vidéo de l’autre personne",
  theirCameraOff: (who) => [who, " a coupé sa caméra"],
  joining: (who) => `${who} arrive dans un instant`,
  theyAreMuted: (who) => [who, " a coupé son micro"],
  waitsForTap: "Votre navigateur attend que vous touchiez l’écran pour diffuser l’appel.",
  tapForSound: "Touchez pour entendre",
  featuresMissing: "Une partie de la page n’a pas été chargée\u00a0: il manque peut-être quelque chose ici.",
  tryAgain: "Réessayer",
  callAgain: "Rappeler",
  keepWaiting: "Attendre encore",
  pageClosed: (who) => `${who} a fermé sa page. En attente…`,
  gone: (who) => `${who} a quitté l’appel. Rappelez ou attendez encore.`,
  back: "Retour",
};
