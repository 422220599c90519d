/** What is said of a call that is over, in French: what happened, for how long, and what to do next. */

import type { EndWords } from "../en/ends.ts";

export const ends: EndWords = {
  title: {
    ended: "Appel terminé",
    cancelled: "Appel annulé",
    missed: "Appel manqué",
    tooLate: "Déjà raccroché",
    declined: "Appel refusé",
    busy: "Déjà en appel",
    unanswered: "Pas de réponse",
    answeredElsewhere: "Accepté ailleurs",
    declinedElsewhere: "Refusé ailleurs",
    unavailable: "Injoignable",
    heldBack: "Trop d’appels",
    impossible: "Appel impossible",
    offline: "Appel non passé",
    stopped: "Appel arrêté",
    lost: "Connexion perdue",
    failed: "Échec de la connexion",
  },
  aloud: (title, sentence) => `${title}. ${sentence}`,

  talked: (who, duration) => `Vous avez parlé avec ${who} pendant ${duration}.`,
  hungUpEarly: "Vous avez raccroché avant que l’appel soit établi.",
  theyHungUpEarly: (who) => `${who} a raccroché avant que l’appel soit établi. Essayez de rappeler.`,
  cancelled: (who) => `Vous avez cessé d’appeler ${who} avant toute réponse.`,
  missed: (who, at) => at === null ? `${who} a essayé de vous appeler.` : `${who} a essayé de vous appeler à ${at}.`,
  callToReach: "Rappelez pour parler.",
  vanished: (who, at) =>
    at === null
      ? `${who} a essayé de vous appeler, mais n’était déjà plus là. Rappelez pour parler.`
      : `${who} a essayé de vous appeler à ${at}, mais n’était déjà plus là. Rappelez pour parler.`,
  tooLate: (who) => `${who} a arrêté d’appeler avant que votre réponse arrive. Rappelez pour parler.`,
  theyDeclined: (who) => `${who} ne peut pas parler pour le moment. Réessayez plus tard.`,
  youDeclined: (who) => `${who} vous appelait et vous avez refusé l’appel. Rappelez quand cela vous conviendra.`,
  theyWereBusy: (who) => `${who} est déjà en appel. Réessayez dans quelques minutes.`,
  youWereBusy: "Vous étiez déjà en appel.",
  unanswered: (who, at) =>
    at === null
      ? `${who} n’a pas répondu. Réessayez plus tard.`
      : `${who} n’a pas répondu à votre appel de ${at}. Réessayez plus tard.`,
  answeredElsewhere: (who) =>
    `${who} vous appelait\u00a0: vous avez accepté l’appel dans un autre onglet ou sur un autre appareil.`,
  declinedElsewhere: (who) =>
    `${who} vous appelait\u00a0: vous avez refusé l’appel dans un autre onglet ou sur un autre appareil.`,
  unavailable: (who) => `${who} n’est pas joignable pour le moment. Réessayez, ou envoyez-lui votre lien.`,
  heldBack: (who) =>
    `${who} a reçu trop d’appels depuis votre réseau en peu de temps. Attendez une minute, puis rappelez.`,
  unsupported: (who) =>
    `Chez ${who}, le navigateur ne peut pas recevoir d’appels. Demandez-lui d’ouvrir le test de connexion, qui dit ` +
    "pourquoi, ou d’utiliser un autre navigateur.",
  incompatible: (who) =>
    `Votre navigateur et celui utilisé par ${who} n’ont pas trouvé de moyen commun de se connecter. Mettez les deux à ` +
    "jour, ou essayez un autre navigateur.",
  noWebRtc: "WebRTC est désactivé dans votre navigateur, qui ne peut donc pas passer d’appels. " +
    "Activez-le, ou rappelez depuis un autre navigateur.",
  unprepared: "Votre navigateur n’a pas pu préparer l’appel. " +
    "Rechargez cette page et rappelez, ou utilisez un autre navigateur.",
  offline: (who) =>
    `Cette page n’était pas connectée au serveur, et l’appel n’est pas arrivé chez ${who}. Vérifiez votre réseau et ` +
    "rappelez.",
  keyless: "Cette page n’a pas de clé pour prouver que c’est bien vous qui appelez. " +
    "Ouvrez-la à son adresse https:// dans un navigateur à jour, et rappelez.",
  changed: (who) => `Quelqu’un a modifié en chemin ce que vous envoyait ${who}\u00a0: l’appel a été arrêté.`,
  overAnotherNetwork: "Rappelez via un autre réseau.",
  unsigned: (who) =>
    `La réponse n’était pas signée par ${who}\u00a0: quelqu’un l’a peut-être modifiée en chemin. Rien n’a été vu ni entendu. ` +
    "Demandez-lui de recharger sa page, et rappelez. Si cela se reproduit, utilisez un autre réseau ou un autre serveur.",
  otherKey: (who) =>
    `Ce n’était pas ${who}\u00a0: l’ID est celui que vous connaissez, mais pas la clé. ` +
    "Contactez cette personne autrement, et n’acceptez pas d’appels de cet ID.",
  remoteUnverified: (who) =>
    `Chez ${who}, le navigateur n’a pas pu vérifier que cet appel vient de vous, et l’a arrêté. ` +
    "Rechargez cette page et rappelez. Si cela se reproduit, utilisez un autre réseau.",
  theyFoundDiffering: (who) =>
    `${who} a constaté que quelqu’un s’est peut-être glissé entre vous. Ne vous fiez pas à ce qui a été dit. ` +
    "Rappelez via un autre réseau, ou reprenez contact autrement.",
  wordsDiffered: (who) =>
    `Les mots ne concordaient pas\u00a0: quelqu’un s’est peut-être glissé entre ${who} et vous. Ne vous fiez pas à ce qui a ` +
    "été dit. Rappelez via un autre réseau, ou reprenez contact autrement.",
  flooded: (who) =>
    `Chez ${who}, le navigateur a envoyé bien plus que ce qu’exige un appel, qui a donc été arrêté. ` +
    "Si vous voulez encore parler, demandez-lui de recharger sa page, et rappelez.",
  remoteFlooded: (who) =>
    `Votre navigateur a envoyé bien plus que ce qu’exige un appel, et celui utilisé par ${who} l’a arrêté. ` +
    "Rechargez cette page et rappelez.",
  lost: (who) => `La connexion avec ${who} n’est pas revenue.`,
  checkNetwork: "Vérifiez votre réseau et rappelez.",
  pageGone: (who) => `${who} a fermé ou rechargé sa page.`,
  callToGoOn: "Rappelez pour continuer.",
  over: (who) => `${who} a mis fin à l’appel. Rappelez pour parler.`,
  keepTrying: "Continuer d’essayer",
  saveContact: "Enregistrer le contact",
  contactSaved: "Contact enregistré",

  noConnection: (who) => `Impossible de se connecter avec ${who}.`,
  foundHere: {
    "no-path": (who) =>
      `Pas de connexion avec ${who}\u00a0: votre navigateur n’a trouvé aucun chemin, pas même via le relais.`,
    "no-path-and-no-relay": (who) =>
      `Pas de connexion avec ${who}\u00a0: votre navigateur n’a trouvé aucun chemin direct, et ce serveur ne propose pas de ` +
      "relais.",
    "relay-refused": (who) => `Pas de connexion avec ${who}\u00a0: le relais a refusé votre navigateur.`,
    "relay-unreachable": (who) => `Pas de connexion avec ${who}\u00a0: le relais n’a pas répondu à votre navigateur.`,
    "relay-only-and-no-relay": (who) =>
      `Pas de connexion avec ${who}\u00a0: votre navigateur ne peut utiliser qu’un relais, et ce serveur n’en propose pas.`,
    "peer-silent": (who) => `Pas de connexion avec ${who}\u00a0: votre navigateur n’a rien reçu de l’autre côté.`,
  },
  foundThere: {
    "no-path": (who) => `Chez ${who}, le navigateur n’a trouvé aucun chemin, pas même via le relais.`,
    "no-path-and-no-relay": (who) =>
      `Chez ${who}, le navigateur n’a trouvé aucun chemin direct, et ce serveur ne propose pas de relais.`,
    "relay-refused": (who) => `Le relais a refusé le navigateur utilisé par ${who}.`,
    "relay-unreachable": (who) => `Le relais n’a pas répondu au navigateur utilisé par ${who}.`,
    "relay-only-and-no-relay": (who) =>
      `Chez ${who}, le navigateur ne peut utiliser qu’un relais, et ce serveur n’en propose pas.`,
    "peer-silent": (who) => `Chez ${who}, le navigateur n’a rien reçu du vôtre.`,
  },
  tryNetwork: "Essayez un autre réseau.",
  tryNetworkOrAsk: "Essayez un autre réseau, ou parlez du relais à la personne qui gère ce serveur.",
  showAddressOrAsk:
    "Désactivez «\u00a0Masquer mon adresse IP\u00a0», ou parlez du relais à la personne qui gère ce serveur.",
};

export { details, quality } from "./features/quality.ts";
export { leftCall } from "./home/left_call.ts";
