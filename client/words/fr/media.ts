/** What is wrong with the own camera and microphone, what that means for the call, and what to do; in French. */

import type { MediaWords } from "../en/media.ts";

export const media: MediaWords = {
  "asked": {
    camera: "Votre navigateur demande l’accès à la caméra. Personne ne vous voit. " +
      "Choisissez «\u00a0Autoriser\u00a0» en haut de la fenêtre.",
    microphone: "Votre navigateur demande l’accès au micro. Personne ne vous entend. " +
      "Choisissez «\u00a0Autoriser\u00a0» en haut de la fenêtre.",
    both: "Votre navigateur demande l’accès à la caméra et au micro. Personne ne vous voit ni ne vous entend. " +
      "Choisissez «\u00a0Autoriser\u00a0» en haut de la fenêtre.",
  },
  "silenced": {
    camera: "Votre système a coupé la caméra. Personne ne vous voit. " +
      "Fermez ce qui l’utilise, ou actionnez l’interrupteur de l’appareil.",
    microphone: "Votre système a coupé le micro. Personne ne vous entend. " +
      "Fermez ce qui l’utilise, ou actionnez l’interrupteur de l’appareil.",
    both: "Votre système a coupé la caméra et le micro. Personne ne vous voit ni ne vous entend. " +
      "Fermez ce qui les utilise, ou actionnez l’interrupteur de l’appareil.",
  },
  "denied": {
    camera: "La caméra est bloquée pour cette page. Personne ne vous voit. " +
      "Autorisez-la à côté de l’adresse de la page, puis appuyez sur le bouton de la caméra.",
    microphone: "Le micro est bloqué pour cette page. Personne ne vous entend. " +
      "Autorisez-le à côté de l’adresse de la page, puis appuyez sur le bouton du micro.",
    both: "La caméra et le micro sont bloqués pour cette page. Personne ne vous voit ni ne vous entend. " +
      "Autorisez-les à côté de l’adresse de la page, puis appuyez sur leurs boutons.",
  },
  "not-found": {
    camera: "Aucune caméra trouvée. Personne ne vous voit. Branchez-en une\u00a0: elle sera utilisée aussitôt.",
    microphone: "Aucun micro trouvé. Personne ne vous entend. Branchez-en un\u00a0: il sera utilisé aussitôt.",
    both: "Ni caméra ni micro trouvés. Personne ne vous voit ni ne vous entend. " +
      "Branchez un appareil\u00a0: il sera utilisé aussitôt.",
  },
  "in-use": {
    camera: "Un autre programme utilise la caméra. Personne ne vous voit. " +
      "Fermez ce programme, puis appuyez sur le bouton de la caméra.",
    microphone: "Un autre programme utilise le micro. Personne ne vous entend. " +
      "Fermez ce programme, puis appuyez sur le bouton du micro.",
    both: "Un autre programme utilise la caméra et le micro. Personne ne vous voit ni ne vous entend. " +
      "Fermez ce programme, puis appuyez sur leurs boutons.",
  },
  "insecure": {
    camera: "Les navigateurs n’autorisent la caméra que sur les pages HTTPS. Personne ne vous voit. " +
      "Ouvrez cette page à son adresse https://.",
    microphone: "Les navigateurs n’autorisent le micro que sur les pages HTTPS. Personne ne vous entend. " +
      "Ouvrez cette page à son adresse https://.",
    both: "Les navigateurs n’autorisent la caméra et le micro que sur les pages HTTPS. " +
      "Personne ne vous voit ni ne vous entend. Ouvrez cette page à son adresse https://.",
  },
  "failed": {
    camera: "La caméra n’a pas démarré. Personne ne vous voit. " +
      "Débranchez-la et rebranchez-la, puis appuyez sur le bouton de la caméra.",
    microphone: "Le micro n’a pas démarré. Personne ne vous entend. " +
      "Débranchez-le et rebranchez-le, puis appuyez sur le bouton du micro.",
    both: "La caméra et le micro n’ont pas démarré. Personne ne vous voit ni ne vous entend. " +
      "Débranchez-les et rebranchez-les, puis appuyez sur leurs boutons.",
  },
};
