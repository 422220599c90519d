/** What the first screen says, in French; with what every page says and why the server opens no socket. */

import type { FirstWords } from "../en/first.ts";
import { createPlural } from "../grammar/plurals.ts";

export { insecure } from "./insecure.ts";
export { page } from "./page.ts";
export { refusals } from "./refusals.ts";

const plural = createPlural("fr");

export const first: FirstWords = {
  untaken: (who, why) => `${who} a appelé. ${why}`,
  tabLifetime:
    "Cet ID ne dure que jusqu’à la fermeture de cet onglet, car le navigateur ne garde rien pour cette page. " +
    "Quittez la navigation privée pour en avoir un durable.",
  framedLifetime: "À l’intérieur d’un autre site web, vous avez peut-être un autre ID.",
  unansweredLifetime:
    "Le stockage du navigateur ne répond pas\u00a0: cet onglet a son propre ID jusqu’à sa fermeture. " +
    "Redémarrez le navigateur pour retrouver votre ID habituel.",
  unread:
    "Le stockage du navigateur ne répond pas\u00a0: votre nom et vos appels manqués ne sont pas là, et vos modifications " +
    "ne dureront que jusqu’à la fermeture de cet onglet. Rechargez cette page ou redémarrez le navigateur.",
  damaged:
    "Une partie de ce que le navigateur a gardé pour cette page est illisible. Vérifiez votre nom, «\u00a0Masquer mon " +
    "adresse IP\u00a0» et vos blocages.",
  reachable: "Toute personne qui a votre lien peut vous appeler tant que cette page est ouverte.",
  linkCopied: "Lien copié. Envoyez-le aux personnes qui doivent vous appeler.",
  idCopied: "ID copié. Envoyez-le aux personnes qui doivent vous appeler.",
  copyByHand: "Sélectionné. Copiez avec Ctrl + C, ou ⌘ C sur un Mac.",
  unreadableId: "Un ID ressemble à ceci\u00a0: k7mq-2vhd-9xtr-w4pz-0b5n.",
  emptyId: "Saisissez son ID, ou collez son lien.",
  brokenLink: "Ce lien est incomplet. Redemandez-le, ou saisissez l’ID.",
  ownId: "C’est votre propre ID. Les autres s’en servent pour vous appeler.",
  hiddenAndNoRelay: "Désactivez «\u00a0Masquer mon adresse IP\u00a0» pour appeler.",
  relayOnly: "Les appels passent par un relais. Les autres ne voient pas votre adresse.",
  noRelay: "Il faut pour cela un relais, et ce serveur n’en propose pas.",
  relayStuck:
    "Ce serveur ne propose pas de relais\u00a0: les appels ne peuvent pas aboutir. Désactivez ceci pour appeler.",
  blocked: "ID bloqué. Cette personne ne peut plus vous appeler, et n’en saura rien.",

  language: "Langue",
  unspoken: (name) =>
    `La langue n’a pas pu être chargée\u00a0: ${name}. Vérifiez votre connexion, puis choisissez-la de nouveau.`,
  tagline: "Les appels vont de navigateur à navigateur, chiffrés de bout en bout.",
  invitation: (id) => ["Appeler ", id, "\u202f?"],
  byLink: "Vous avez ouvert le lien de cette personne.",
  namedByLink: "Ce nom vient du lien. Vous saurez s’il est exact après le premier appel.",
  seesId: "Cette personne verra votre ID.",
  seesIdAndName: "Cette personne verra votre ID et votre nom.",
  yourId: "Votre ID",
  copy: "Copier",
  copyLink: "Copier le lien",
  shareLink: "Partager le lien",
  qrCode: "Code QR",
  scanMe: "Scannez ce code pour m’appeler",
  closeQr: "Fermer",
  qrMissing: "Le code QR n’a pas été chargé. Vérifiez votre connexion, puis rechargez cette page.",
  callMe: "Appelez-moi",
  ringing: "Sonnerie",
  people: "Personnes",
  textToCopy: "Texte à copier",
  idOrLink: "ID ou lien",
  pasteOrType: "Collez un lien ou saisissez un ID",
  call: "Appeler",
  yourName: "Votre nom",
  nameUse: "Il est visible par les personnes de vos appels et par quiconque ouvre votre lien.",
  optional: "Facultatif",
  hideAddress: "Masquer mon adresse IP",

  unverified: plural({
    one: (count) => `${count} appel n’a pas pu être vérifié et n’a donc pas sonné.`,
    other: (count) => `${count} appels n’ont pas pu être vérifiés et n’ont donc pas sonné.`,
  }),
  untakenCount: plural({
    one: (count) => `${count} appel est arrivé, mais cette page ne peut pas en recevoir.`,
    other: (count) => `${count} appels sont arrivés, mais cette page ne peut pas en recevoir.`,
  }),
  block: "Bloquer",
};
