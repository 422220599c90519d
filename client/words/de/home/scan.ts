/** What the scanner of QR codes says, in German. */

import type { ScanWords } from "../../en/home/scan.ts";

export const scan: ScanWords = {
  scan: "Scannen",
  title: "QR-Code scannen",
  hint: "Halte die Kamera auf den QR-Code eines Links.",
  close: "Schließen",
  opening: "Kamera wird geöffnet …",
  notALink: "Dieser QR-Code ist kein Link, über den du jemanden anrufen kannst.",
  own: "Das ist dein eigener QR-Code. Andere scannen ihn, um dich anzurufen.",
  elsewhere: (host) => `Dieser QR-Code führt zu ${host}, nicht hierher. Öffne ihn mit der Kamera deines Telefons.`,
  denied: "Erlaube dieser Seite die Kamera in den Einstellungen des Browsers, oder füge den Link ein.",
  missing: "Hier gibt es keine Kamera zum Scannen: Füge den Link ein oder gib die ID ein.",
  failed: "Die Kamera ließ sich nicht öffnen. Schließe, was sie sonst benutzt, und scanne noch einmal.",
  unloaded: "Der Scanner wurde nicht geladen. Prüfe deine Verbindung und lade die Seite neu.",
};
