/** What is said of how good a call's connection is, and its details, in German. */

import type { DetailWords, QualityWords } from "../../en/features/quality.ts";

export const quality: QualityWords = {
  title: "Verbindung",
  levels: ["Sehr schlechte Verbindung", "Schlechte Verbindung", "Mittelmäßige Verbindung", "Gute Verbindung"],
  losing: {
    own: "Deine Verbindung verliert Ton.",
    theirs: (who) => `Die Verbindung von ${who} verliert Ton.`,
    both: "Die Verbindung verliert Ton.",
  },
  slow: {
    own: "Deine Verbindung ist langsam.",
    theirs: (who) => `Die Verbindung von ${who} ist langsam.`,
    both: "Die Verbindung ist langsam.",
  },
  busy: {
    own: "Dieses Gerät kommt nicht mit.",
    theirs: (who) => `Das Gerät von ${who} kommt nicht mit.`,
  },
  directBy: (protocol) => `Direkt, über ${protocol}`,
  relayedBy: (protocol) => `Durch ein Relay, über ${protocol}`,
};

export const details: DetailWords = {
  received: "Du empfängst",
  sent: "Du sendest",
  roundTrip: "Hin und zurück",
  delay: "Verzögerung",
  lost: "Verlorener Ton",
  picture: "Bild",
  rate: "Datenrate",
  repeats: "Ton wiederholt",
  path: "Weg",
  codecs: "Codecs",
  encryption: "Verschlüsselung",
  close: "Schließen",
  kept: "Wie die letzten Anrufe liefen, bleibt auf diesem Gerät, ohne Namen.",
  exportRecords: "Exportieren",
  deleteRecords: "Löschen",
};
