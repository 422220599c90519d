/** What the scanner of QR codes says, in Dutch. */

import type { ScanWords } from "../../en/home/scan.ts";

export const scan: ScanWords = {
  scan: "Scannen",
  title: "QR-code scannen",
  hint: "Richt de camera op de QR-code van iemands link.",
  close: "Sluiten",
  opening: "De camera wordt geopend…",
  notALink: "Deze QR-code is geen link om iemand te bellen.",
  own: "Dit is je eigen QR-code. Anderen scannen hem om jou te bellen.",
  elsewhere: (host) => `Deze QR-code leidt naar ${host}, niet hierheen. Open hem met de camera van je telefoon.`,
  denied: "Sta deze pagina in de browserinstellingen toe de camera te gebruiken, of plak de link.",
  missing: "Er is hier geen camera om mee te scannen: plak de link of typ de ID.",
  failed: "De camera is niet geopend. Sluit wat de camera nog gebruikt en scan opnieuw.",
  unloaded: "De scanner is niet geladen. Controleer je verbinding en laad deze pagina opnieuw.",
};
