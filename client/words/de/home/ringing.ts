/** What is said of ringing, and of when there is none, in German. */

import type { RingingWords } from "../../en/home/ringing.ts";

export const ringing: RingingWords = {
  quiet: "„Nicht stören“ ist an.",
  quietUntil: (time) => `„Nicht stören“ bis ${time}.`,
  didNotLoad: "Diese Einstellungen wurden nicht geladen. Prüfe deine Verbindung und versuch es noch einmal.",
  done: "Fertig",

  doNotDisturb: "Nicht stören",
  whatQuietIs: "Anrufe klingeln nicht und drängen sich nicht vor. Du findest sie unter den verpassten Anrufen.",
  forAnHour: "Für 1 Stunde",
  daily: "Jeden Tag",
  from: "Von",
  to: "Bis",
  noTime: "Beide Zeiten sind gleich, das ändert also nichts.",
};
