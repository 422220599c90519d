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
  denied: "Autorisez cette page à utiliser la caméra dans les réglages du navigateur, ou collez le lien.",
  missing: "Aucune caméra ici pour scanner : collez le lien ou saisissez l’ID.",
  failed: "La caméra ne s’est pas ouverte. Fermez ce qui l’utilise, puis scannez de nouveau.",
  unloaded: "Le scanner n’a pas été chargé. Vérifiez votre connexion, puis rechargez cette page.",
};
