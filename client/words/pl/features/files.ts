/** What is said of files that two people send each other, in Polish. */

import type { FilesWords } from "../../en/features/files.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("pl");

export const files: FilesWords = {
  title: "Pliki",
  close: "Zamknij pliki",
  send: "Wyślij plik",
  sendFolder: "Wyślij folder",
  drop: (who) => `Upuść pliki, aby zaproponować je osobie ${who}`,
  empty: "Wybierz pliki, upuść je tutaj albo wklej. Po przyjęciu trafią prosto do przeglądarki drugiej osoby.",
  tooMany: "To za dużo naraz. Wyślij najwyżej 1000 plików i 64 GB albo poczekaj, aż skończą się trwające transfery.",
  offered: (who, what, size) => `${who} chce ci wysłać: ${what} (${size}).`,
  count: plural({
    one: () => "1 plik",
    few: (count) => `${count} pliki`,
    many: (count) => `${count} plików`,
    other: (count) => `${count} pliku`,
  }),
  accept: "Przyjmij plik",
  decline: "Odrzuć",
  pause: "Wstrzymaj transfer",
  resume: "Wznów transfer",
  cancel: "Anuluj transfer",
  save: "Zapisz",
  remove: "Usuń z listy",
  youSend: "Wysyłasz:",
  theySend: (who) => `${who} wysyła:`,
  waiting: (who) => `Czekanie, aż ${who} przyjmie`,
  ofAll: (done, all) => `${done} z ${all}`,
  eachSecond: (size) => `${size} na sekundę`,
  left: (duration) => `jeszcze ${duration}`,
  paused: "Wstrzymano",
  interrupted: (who) => `Przerwano. Ruszy dalej, gdy ${who} wróci i będzie mieć otwarty plik.`,
  unsaved: (who) => `Czekanie, aż ${who} zapisze`,
  sent: "Wysłano",
  received: "Odebrano. Zapisz, zanim wyjdziesz.",
  saved: "Zapisano",
  declined: (who) => `Odmowa: ${who}.`,
  cancelled: "Anulowano",
  problems: {
    "no-room": "Na tym urządzeniu nie ma na to miejsca. Zwolnij trochę i przyjmij ponownie.",
    memory:
      "Ta przeglądarka może tu przyjąć tylko do 256 MB. Otwórz stronę w innej przeglądarce albo poza trybem prywatnym.",
    storage: "Nie udało się zapisać. Zwolnij miejsce na tym urządzeniu i spróbuj ponownie.",
    unasked: "Ta przeglądarka nie mogła zapytać, gdzie zapisać. Naciśnij ponownie, aby pobrać.",
    unreadable: "Plik przeniesiono lub zmieniono. Wybierz go ponownie.",
    corrupt: "Plik dotarł uszkodzony. Poproś o ponowne wysłanie.",
    unavailable: "Nie udało się wysłać. Spróbuj ponownie albo poproś drugą osobę o odświeżenie strony.",
  },
  underWay: (what, share) => `${what}: gotowe ${share}`,
};
