/** What the scanner of QR codes says, in French. */

import type { ScanWords } from "../../en/home/scan.ts";

export const scan: ScanWords = {
  scan: "Scanner",
  title: "Scanner un code QR",
  hint: "Dirigez la caméra vers le code QR d’un lien d’appel.",
  close: "Fermer",
  opening: "Ouverture de la caméra…",
  notALink: "Ce code QR n’est pas un lien pour appeler quelqu’un.",
  own: "C’est votre propre code QR. Les autres le scannent pour vous appeler.",
  elsewhere: (host) => `Ce code QR mène à ${host}, pas ici. Ouvrez-le avec l’appareil photo de votre téléphone.`,
  denied:
    "Cette page ne peut pas utiliser la caméra. Autorisez-la dans la barre d’adresse du navigateur, puis scannez de " +
    "nouveau.",
  missing: "Aucune caméra trouvée. Saisissez l’ID, ou collez le lien.",
  failed: "La caméra ne s’est pas ouverte. Fermez ce qui l’utilise, puis scannez de nouveau.",
  unloaded: "Le scanner n’a pas été chargé. Vérifiez votre connexion, puis rechargez cette page.",
};
