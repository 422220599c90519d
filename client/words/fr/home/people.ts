/** What the list of people says, in French. */

import type { PeopleWords } from "../../en/home/people.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("fr");

export const people: PeopleWords = {
  file: "Personnes dans un fichier",
  search: "Rechercher une personne",
  noneFound: "Ici, personne n’a ce nom ou cet ID.",
  missedCalls: "Appels manqués",
  clear: "Effacer",
  strangers: "Personnes que vous ne connaissez pas",
  others: "Contacts et appels récents",
  showMore: "Afficher plus",
  callBack: "Rappeler",
  callBackTo: (who) => `Rappeler ${who}`,
  videoCall: "Appel vidéo",
  videoCallTo: (who) => `Appel vidéo à ${who}`,
  voiceCall: "Appel vocal",
  voiceCallTo: (who) => `Appel vocal à ${who}`,
  moreOf: (who) => `En savoir plus sur ${who}`,
  claimed: (name) => `«\u00a0${name}\u00a0»`,
  callCount: plural({ other: (count) => `${count} appels` }),
  online: "En ligne",
  verified: "ID vérifié",
  contact: "Contact",
  saveContact: "Enregistrer le contact",
  removeContact: "Retirer le contact",
  yourName: "Votre nom pour cette personne",
  yourNameNote: "Il n’est visible que par vous.",
  mute: "Mettre en sourdine",
  muteNote: "Ses appels ne sonneront pas. Vous les trouverez dans les appels manqués.",
  notMuted: "Pas en sourdine",
  forAnHour: "Pendant 1\u00a0heure",
  untilTomorrow: "Jusqu’à demain matin",
  always: "Jusqu’à désactivation",
  muted: "En sourdine",
  mutedUntil: (time) => `En sourdine jusqu’à ${time}`,
  forget: "Supprimer",
  forgetAsk: (who) =>
    `Supprimer ${who} de cet appareil\u202f? Si cette personne rappelle, elle apparaîtra parmi celles que vous ne connaissez pas.`,
  cancel: "Annuler",
  done: "Terminé",
  didNotLoad: "Cette partie n’a pas été chargée. Vérifiez votre connexion, puis réessayez.",
  unblock: "Débloquer",
  unblockThem: (who) => `Débloquer ${who}`,
  blockedCount: (count) => `ID bloqués (${count})`,
};
