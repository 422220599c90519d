/** What every page says, in French. */

import type { PageWords } from "../en/page.ts";

export const page: PageWords = {
  title: "Appels vidéo",
  check: "Test de connexion",
  yourVideo: "Votre vidéo",
  status: {
    "insecure": "Cette page ne peut pas passer d’appels\u00a0: elle a été ouverte sans HTTPS.",
    "keyless": "Ce navigateur ne peut pas passer d’appels\u00a0: il n’a pas de clés Ed25519. " +
      "Utilisez Chrome ou Edge\u00a0137, Firefox\u00a0129, Safari\u00a017, ou une version ultérieure.",
    "no-webrtc": "Ce navigateur ne peut pas passer d’appels\u00a0: WebRTC est désactivé. " +
      "Activez-le, ou utilisez un autre navigateur.",
    "connecting": "Connexion au serveur…",
    "registered": "Tout est prêt pour les appels",
    "lost": "Serveur injoignable. Nouvelle tentative…",
    "refused":
      "Le serveur ne reconnaît pas cette adresse. Ouvrez la page à son adresse habituelle. Nouvelle tentative…",
    "limited": "Ce serveur reçoit trop de votre réseau. Restez ici, cela reprendra tout seul d’ici peu.",
    "replaced": "Ouverte dans trop d’onglets. Celui-ci est en pause jusqu’à ce que vous y reveniez.",
    "incomplete": "Cette page n’a pas été entièrement chargée. Rechargez-la pour passer et recevoir des appels.",
  },
};
