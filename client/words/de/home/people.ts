/** What the list of people says, in German. */

import type { PeopleWords } from "../../en/home/people.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("de");

export const people: PeopleWords = {
  file: "Leute als Datei",
  search: "Leute suchen",
  noneFound: "Niemand hier hat diesen Namen oder diese ID.",
  missedCalls: "Verpasste Anrufe",
  clear: "Leeren",
  strangers: "Leute, die du nicht kennst",
  others: "Kontakte und letzte Anrufe",
  showMore: "Mehr anzeigen",
  callBack: "Zurückrufen",
  callBackTo: (who) => `${who} zurückrufen`,
  videoCall: "Videoanruf",
  videoCallTo: (who) => `Videoanruf an ${who}`,
  voiceCall: "Sprachanruf",
  voiceCallTo: (who) => `Sprachanruf an ${who}`,
  moreOf: (who) => `Mehr über ${who}`,
  claimed: (name) => `„${name}“`,
  callCount: plural({ other: (count) => `${count} Anrufe` }),
  online: "Online",
  verified: "Geprüft",
  contact: "Kontakt",
  saveContact: "Kontakt speichern",
  removeContact: "Kontakt entfernen",
  yourName: "Dein Name für diese Person",
  yourNameNote: "Nur du siehst ihn.",
  mute: "Stummschalten",
  muteNote: "Anrufe dieser Person klingeln nicht. Du findest sie unter den verpassten Anrufen.",
  notMuted: "Nicht stumm",
  forAnHour: "Für 1 Stunde",
  untilTomorrow: "Bis morgen früh",
  always: "Bis du es ausschaltest",
  muted: "Stumm",
  mutedUntil: (time) => `Stumm bis ${time}`,
  forget: "Löschen",
  forgetAsk: (who) =>
    `${who} von diesem Gerät löschen? Ruft diese Person wieder an, gilt sie als jemand, den du nicht kennst.`,
  cancel: "Abbrechen",
  done: "Fertig",
  didNotLoad: "Das wurde nicht geladen. Prüfe deine Verbindung und versuche es noch einmal.",
  unblock: "Freigeben",
  unblockThem: (who) => `${who} freigeben`,
  blockedCount: (count) => `Blockiert (${count})`,
};
