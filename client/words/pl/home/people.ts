/** What the list of people says, in Polish. */

import type { PeopleWords } from "../../en/home/people.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("pl");

export const people: PeopleWords = {
  file: "Osoby w pliku",
  search: "Szukaj osób",
  noneFound: "Nikt tutaj nie ma takiego imienia ani ID.",
  missedCalls: "Nieodebrane połączenia",
  clear: "Wyczyść",
  strangers: "Nieznane osoby",
  others: "Kontakty i ostatnie połączenia",
  showMore: "Pokaż więcej",
  callBack: "Oddzwoń",
  callBackTo: (who) => `Oddzwoń do osoby ${who}`,
  videoCall: "Połączenie wideo",
  videoCallTo: (who) => `Połączenie wideo: ${who}`,
  voiceCall: "Połączenie głosowe",
  voiceCallTo: (who) => `Połączenie głosowe: ${who}`,
  moreOf: (who) => `Więcej o osobie ${who}`,
  claimed: (name) => `„${name}”`,
  callCount: plural({
    few: (count) => `${count} połączenia`,
    many: (count) => `${count} połączeń`,
    other: (count) => `${count} połączenia`,
  }),
  online: "Online",
  verified: "Zweryfikowano",
  contact: "Kontakt",
  saveContact: "Zapisz kontakt",
  removeContact: "Usuń z kontaktów",
  yourName: "Twoja nazwa dla tej osoby",
  yourNameNote: "Widzisz ją tylko ty.",
  mute: "Wycisz",
  muteNote: "Połączenia od tej osoby nie będą dzwonić. Znajdziesz je w nieodebranych.",
  notMuted: "Niewyciszone",
  forAnHour: "Na 1 godzinę",
  untilTomorrow: "Do jutra rana",
  always: "Do wyłączenia",
  muted: "Wyciszono",
  mutedUntil: (time) => `Wyciszono do: ${time}`,
  forget: "Usuń",
  forgetAsk: (who) => `Usunąć osobę ${who} z tego urządzenia? Następnym razem zadzwoni jako ktoś, kogo nie znasz.`,
  cancel: "Anuluj",
  done: "Gotowe",
  didNotLoad: "Nie udało się tego wczytać. Sprawdź połączenie i spróbuj ponownie.",
  unblock: "Odblokuj",
  unblockThem: (who) => `Odblokuj osobę ${who}`,
  blockedCount: (count) => `Zablokowane (${count})`,
};
