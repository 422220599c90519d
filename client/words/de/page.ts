/** What every page says, in German. */

import type { PageWords } from "../en/page.ts";

export const page: PageWords = {
  title: "Videoanrufe",
  check: "Verbindungstest",
  yourVideo: "Dein Video",
  status: {
    "insecure": "Diese Seite kann nicht anrufen: Sie wurde ohne HTTPS geöffnet.",
    "keyless": "Dieser Browser kann nicht anrufen: Ihm fehlen Ed25519-Schlüssel. " +
      "Nimm Chrome oder Edge ab 137, Firefox ab 129 oder Safari ab 17.",
    "no-webrtc": "Dieser Browser kann nicht anrufen: WebRTC ist ausgeschaltet. " +
      "Schalte es ein oder nimm einen anderen Browser.",
    "connecting": "Verbindung zum Server …",
    "registered": "Bereit für Anrufe",
    "lost": "Der Server ist nicht erreichbar. Neuer Versuch …",
    "refused": "Der Server kennt sich unter dieser Adresse nicht. Öffne die Seite unter ihrer üblichen Adresse. " +
      "Neuer Versuch …",
    "limited": "Aus deinem Netz kommt gerade zu viel für diesen Server. Bleib hier, es geht bald von selbst weiter.",
    "replaced": "In zu vielen Tabs offen. Dieser ruht, bis du zu ihm zurückkommst.",
    "incomplete": "Diese Seite wurde nicht ganz geladen. Lade sie neu, um anzurufen und erreichbar zu sein.",
  },
};
