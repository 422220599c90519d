/** What is said of calls to a closed page, in German. */

import type { ReachWords } from "../../en/home/reach.ts";

export const reach: ReachWords = {
  telling: (who) => `Die Seite von ${who} ist geschlossen; eine Mitteilung geht raus …`,
  told: (who) => `${who} hat eine Mitteilung bekommen. Warte auf Antwort …`,
  ready: "Du bekommst eine Mitteilung, wenn ein Kontakt anruft, auch wenn diese Seite geschlossen ist.",
  openOnly: "Du bekommst eine Mitteilung, wenn jemand anruft, solange diese Seite offen ist. Danach geht " +
    "das hier nicht.",
  homeScreen: "Leg diese Seite auf den Home-Bildschirm und öffne sie von dort. Dann kannst du bei Anrufen " +
    "eine Mitteilung bekommen.",
  failed: "Dieser Browser konnte keine Mitteilungen für die geschlossene Seite einrichten. In Brave musst " +
    "du dafür in den Datenschutz-Einstellungen Googles Push-Dienst erlauben.",
  missed: "Verpasster Anruf",
};
