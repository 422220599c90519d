/** What is said of ringing, and of when there is none, in German. */

import type { RingingWords } from "../../en/home/ringing.ts";

export const ringing: RingingWords = {
  quiet: "„Nicht stören“ ist an.",
  quietUntil: (time) => `„Nicht stören“ bis ${time}.`,
  tapOnce: "Tippe einmal, damit diese Seite klingeln kann.",
  didNotLoad: "Diese Einstellungen wurden nicht geladen. Prüfe deine Verbindung und versuche es noch einmal.",
  done: "Fertig",

  doNotDisturb: "Nicht stören",
  whatQuietIs: "Anrufe klingeln nicht und drängen sich nicht vor. Du findest sie unter den verpassten Anrufen.",
  forAnHour: "Für 1 Stunde",
  daily: "Jeden Tag",
  from: "Von",
  to: "Bis",
  noTime: "Beide Zeiten sind gleich, das ändert also nichts.",

  tone: "Klingelton",
  tones: { classic: "Klassisch", chimes: "Glocken", drops: "Tropfen", telephone: "Telefon" },
  testRing: "Klingeln testen",
  toneNote: "So laut, wie dieses Gerät eingestellt ist.",
  heard: "Jetzt solltest du es hören. Wenn nicht, stell dieses Gerät lauter.",
  unheard:
    "Dieser Browser lässt die Seite nicht klingeln. Erlaube ihr den Ton in den Website-Einstellungen und prüfe " +
    "den Lautsprecher.",

  notify: "Benachrichtigen",
  notifyNote: "Du wirst benachrichtigt, wenn jemand anruft, während du etwas anderes ansiehst.",
  notified: "Du wirst benachrichtigt, wenn jemand anruft, solange diese Seite offen ist.",
  notifyDenied:
    "Dieser Browser blockiert Benachrichtigungen dieser Seite. Erlaube sie in den Website-Einstellungen und " +
    "lade sie neu.",
  notifyUnable: "Dieser Browser zeigt für eine Seite wie diese keine Benachrichtigungen. Anrufe klingeln trotzdem, " +
    "solange sie offen ist.",
  missedStranger: "Verpasster Anruf von jemandem, den du nicht kennst",
};
