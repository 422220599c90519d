/** What the list of people says, in Dutch. */

import type { PeopleWords } from "../../en/home/people.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("nl");

export const people: PeopleWords = {
  file: "Mensen in een bestand",
  search: "Mensen zoeken",
  noneFound: "Niemand hier heeft deze naam of ID.",
  missedCalls: "Gemiste oproepen",
  clear: "Wissen",
  strangers: "Mensen die je niet kent",
  others: "Contacten en recente oproepen",
  showMore: "Meer tonen",
  callBack: "Terugbellen",
  callBackTo: (who) => `${who} terugbellen`,
  videoCall: "Video-oproep",
  videoCallTo: (who) => `Video-oproep naar ${who}`,
  voiceCall: "Spraakoproep",
  voiceCallTo: (who) => `Spraakoproep naar ${who}`,
  moreOf: (who) => `Meer over ${who}`,
  claimed: (name) => `‘${name}’`,
  callCount: plural({ other: (count) => `${count} oproepen` }),
  online: "Online",
  verified: "Geverifieerd",
  contact: "Contact",
  saveContact: "Contact opslaan",
  removeContact: "Contact verwijderen",
  yourName: "Jouw naam voor deze persoon",
  yourNameNote: "Alleen jij ziet die.",
  mute: "Dempen",
  muteNote: "Oproepen gaan niet over. Je vindt ze bij de gemiste oproepen.",
  notMuted: "Niet gedempt",
  forAnHour: "1 uur lang",
  untilTomorrow: "Tot morgenochtend",
  always: "Tot je het uitzet",
  muted: "Gedempt",
  mutedUntil: (time) => `Gedempt tot ${time}`,
  forget: "Wissen",
  forgetAsk: (who) => `${who} van dit apparaat wissen? Belt deze persoon weer, dan is het iemand die je niet kent.`,
  cancel: "Annuleren",
  done: "Klaar",
  didNotLoad: "Dit is niet geladen. Controleer je verbinding en probeer het opnieuw.",
  unblock: "Deblokkeren",
  unblockThem: (who) => `${who} deblokkeren`,
  blockedCount: (count) => `Geblokkeerd (${count})`,
};
