/** What is said of files that two people send each other, in German. */

import type { FilesWords } from "../../en/features/files.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("de");

export const files: FilesWords = {
  title: "Dateien",
  close: "Dateien schließen",
  send: "Datei senden",
  sendFolder: "Ordner senden",
  drop: (who) => `Lass Dateien los, um sie ${who} anzubieten`,
  empty:
    "Wähle Dateien aus, zieh sie hierher oder füge sie ein. Sie gehen direkt an die andere Seite, und erst, wenn " +
    "sie angenommen sind.",
  tooMany: "Das ist zu viel auf einmal. Sende bis zu 1.000 Dateien und 64 GB, oder warte, bis anderes angekommen ist.",
  offered: (who, what, size) => `${who} möchte dir ${what} senden (${size}).`,
  count: plural({
    one: () => "1 Datei",
    other: (count) => `${count} Dateien`,
  }),
  accept: "Datei annehmen",
  decline: "Ablehnen",
  pause: "Übertragung anhalten",
  resume: "Übertragung fortsetzen",
  cancel: "Übertragung abbrechen",
  save: "Speichern",
  remove: "Aus der Liste nehmen",
  youSend: "Du sendest:",
  theySend: (who) => `${who} sendet:`,
  waiting: (who) => `Warten, bis ${who} annimmt`,
  ofAll: (done, all) => `${done} von ${all}`,
  eachSecond: (size) => `${size} pro Sekunde`,
  left: (duration) => `noch ${duration}`,
  paused: "Angehalten",
  interrupted: (who) => `Unterbrochen. Es geht weiter, sobald ${who} da ist und die Datei noch offen hat.`,
  unsaved: (who) => `Warten, bis ${who} speichert`,
  sent: "Gesendet",
  received: "Angekommen. Speichere sie, bevor du gehst.",
  saved: "Gespeichert",
  declined: (who) => `${who} hat abgelehnt.`,
  cancelled: "Abgebrochen",
  problems: {
    "no-room": "Auf diesem Gerät ist nicht genug Platz. Schaffe welchen und nimm noch einmal an.",
    memory:
      "Dieser Browser kann hier nur bis zu 256 MB annehmen. Öffne die Seite in einem anderen Browser oder nicht " +
      "in einem privaten Fenster.",
    storage: "Speichern ging nicht. Schaffe Platz auf diesem Gerät und versuche es noch einmal.",
    unasked:
      "Dieser Browser konnte nicht fragen, wohin gespeichert werden soll. Drücke noch einmal, dann landet die Datei " +
      "bei deinen Downloads.",
    unreadable: "Die Datei wurde verschoben oder geändert. Wähle sie noch einmal aus.",
    corrupt: "Sie ist nicht heil angekommen. Bitte darum, sie noch einmal zu senden.",
    unavailable: "Senden ging nicht. Versuche es noch einmal, oder bitte darum, die andere Seite neu zu laden.",
  },
  underWay: (what, share) => `${what}: ${share} übertragen`,
};
