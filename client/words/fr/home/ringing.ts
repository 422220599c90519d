/** What is said of ringing, and of when there is none, in French. */

import type { RingingWords } from "../../en/home/ringing.ts";

export const ringing: RingingWords = {
  quiet: "«\u00a0Ne pas déranger\u00a0» est activé.",
  quietUntil: (time) => `«\u00a0Ne pas déranger\u00a0» jusqu’à ${time}.`,
  tapOnce: "Touchez une fois pour que cette page puisse sonner.",
  didNotLoad: "Ces réglages n’ont pas été chargés. Vérifiez votre connexion, puis réessayez.",
  done: "Terminé",

  doNotDisturb: "Ne pas déranger",
  whatQuietIs: "Les appels ne sonnent pas et restent discrets. Vous les trouverez dans les appels manqués.",
  forAnHour: "Pendant 1\u00a0heure",
  daily: "Tous les jours",
  from: "De",
  to: "À",
  noTime: "Les deux heures sont identiques, cela ne change donc rien.",

  tone: "Sonnerie",
  tones: { classic: "Classique", chimes: "Carillon", drops: "Gouttes", telephone: "Téléphone" },
  testRing: "Tester la sonnerie",
  toneNote: "Au volume de cet appareil.",
  heard: "Vous devriez l’entendre. Sinon, augmentez le volume de cet appareil.",
  unheard: "Ce navigateur ne laisse pas la page sonner. Autorisez le son dans les paramètres du site, et vérifiez le " +
    "haut-parleur.",

  notify: "M’avertir",
  notifyNote: "Recevez une notification quand on vous appelle pendant que vous regardez autre chose.",
  notified: "Vous recevrez une notification quand on vous appelle, tant que cette page est ouverte.",
  notifyDenied:
    "Ce navigateur bloque les notifications de cette page. Autorisez-les dans les paramètres du site, puis " +
    "rechargez la page.",
  notifyUnable:
    "Ce navigateur n’affiche pas de notifications pour une telle page. Les appels sonnent quand même tant " +
    "qu’elle est ouverte.",
  missedStranger: "Appel manqué d’une personne que vous ne connaissez pas",
};
