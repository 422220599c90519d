/** What is said of calls to a closed page, in French. */

import type { ReachWords } from "../../en/home/reach.ts";

export const reach: ReachWords = {
  telling: (who) => `${who} a fermé sa page\u202f; envoi d’une notification…`,
  told: (who) => `${who} a reçu une notification. En attente d’une réponse…`,
  ready: "Vous recevrez une notification quand un contact vous appelle, même si cette page est fermée.",
  openOnly: "Vous recevrez une notification quand on vous appelle, tant que cette page est ouverte. Une fois " +
    "fermée, ce n’est pas possible ici.",
  homeScreen: "Ajoutez cette page à l’écran d’accueil et ouvrez-la depuis celui-ci. Vous pourrez alors " +
    "recevoir une notification quand on vous appelle.",
  failed: "Ce navigateur n’a pas pu préparer les notifications pour une page fermée. Dans Brave, " +
    "autorisez la messagerie push de Google dans les paramètres de confidentialité.",
  missed: "Appel manqué",
};
