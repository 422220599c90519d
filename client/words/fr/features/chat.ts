/** What the chat of a call says, in French. */

import type { ChatWords } from "../../en/features/chat.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("fr");

export const chat: ChatWords = {
  title: "Chat",
  close: "Fermer le chat",
  message: "Message",
  send: "Envoyer",
  sendAgain: "Renvoyer",
  empty:
    "Ce que vous écrivez va directement au navigateur de l’autre personne. Tout disparaît quand vous quittez l’appel, " +
    "sauf si le chat est conservé des deux côtés.",
  options: "Options du chat",
  keep: "Conserver ce chat",
  keepNote:
    "Les nouveaux messages sont enregistrés sur cet appareil tant que cette option est activée des deux côtés. " +
    "Pas les images.",
  keepAsked: (who) => [who, " souhaite conserver ce chat. Vous pouvez l’activer dans les options du chat."],
  keepAlone: (
    who,
  ) => ["Rien de nouveau n’est conservé pour l’instant\u00a0: ", who, " doit aussi activer cette option."],
  keepBoth: "Chaque côté conserve sur son propre appareil ce qui s’écrit.",
  deleteKept: plural({
    one: (count) => `Supprimer ${count} message conservé de cet appareil`,
    other: (count) => `Supprimer ${count} messages conservés de cet appareil`,
  }),
  lacking: (who) => [who, " utilise une ancienne version de la page, sans chat. Demandez-lui de la recharger."],
  earlier: "Auparavant",
  thisCall: "Cet appel",
  olderGone: "Les messages plus anciens ne sont plus affichés.",
  isTyping: (who) => [who, " écrit…"],
  live: "Texte en temps réel",
  liveOption: "Permet à l’autre personne de voir ce que vous tapez à mesure que vous le tapez.",
  liveNote: "L’autre personne voit ce que vous tapez à mesure que vous le tapez.",
  typed: (who, text) => `${who} est en train d’écrire\u00a0: ${text}`,
  youWrote: "Vous avez écrit\u00a0:",
  theyWrote: (who) => [who, " a écrit\u00a0:"],
  onItsWay: "Envoi…",
  delivered: "Distribué",
  notSent: "Non envoyé.",
  tooLong: plural({
    one: (count) => `${count} caractère de trop`,
    other: (count) => `${count} caractères de trop`,
  }),
  unread: plural({
    one: (count) => `${count} message non lu`,
    other: (count) => `${count} messages non lus`,
  }),
  picture: "Image",
  showPicture: "Afficher l’image",
  openPicture: "Ouvrir l’image",
  closePicture: "Fermer l’image",
  pictureProblems: {
    unreadable: "Cette image est illisible et n’a pas été envoyée.",
    "too-large": "Cette image est trop grande. Envoyez-la comme fichier.",
    unavailable: "Non envoyée.",
    unshowable: "Cette image ne peut pas être affichée ici.",
    "too-many": "Trop d’images à la fois. Certaines ont été laissées de côté.",
  },
  newMessage: (who, text) => `Nouveau message (${who})\u00a0: ${text}`,
};
