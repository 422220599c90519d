/** What is said of calls to a closed page, in German. */

import type { ReachWords } from "../../en/home/reach.ts";

export const reach: ReachWords = {
  telling: (who) => `Die Seite von ${who} ist geschlossen; Benachrichtigung wird gesendet …`,
  told: (who) => `${who} wurde benachrichtigt. Warten auf Antwort …`,
  ready: "Du wirst benachrichtigt, wenn ein Kontakt anruft, auch wenn diese Seite geschlossen ist.",
  openOnly: "Du wirst benachrichtigt, wenn jemand anruft, solange diese Seite offen ist. Ist sie geschlossen, " +
    "geht das hier nicht.",
  homeScreen: "Leg diese Seite auf den Home-Bildschirm und öffne sie von dort. Dann kannst du bei Anrufen " +
    "benachrichtigt werden.",
  failed: "Dieser Browser konnte keine Benachrichtigungen für die geschlossene Seite einrichten. In Brave musst " +
    "du dafür in den Datenschutz-Einstellungen Googles Push-Dienst erlauben.",
  missed: "Verpasster Anruf",
};
