/** What is said of ringing, and of when there is none, in Polish. */

import type { RingingWords } from "../../en/home/ringing.ts";

export const ringing: RingingWords = {
  quiet: "Tryb „Nie przeszkadzać” jest włączony.",
  quietUntil: (time) => `„Nie przeszkadzać” do ${time}.`,
  tapOnce: "Stuknij raz, aby ta strona mogła dzwonić.",
  didNotLoad: "Te ustawienia się nie wczytały. Sprawdź połączenie i spróbuj ponownie.",
  done: "Gotowe",

  doNotDisturb: "Nie przeszkadzać",
  whatQuietIs: "Połączenia nie wydają dźwięku i nie przeszkadzają. Znajdziesz je wśród nieodebranych.",
  forAnHour: "Przez 1 godzinę",
  daily: "Codziennie",
  from: "Od",
  to: "Do",
  noTime: "Obie godziny są takie same, więc to niczego nie zmienia.",

  tone: "Melodia dzwonka",
  tones: { classic: "Klasyczny", chimes: "Dzwoneczki", drops: "Krople", telephone: "Telefon" },
  testRing: "Wypróbuj dzwonek",
  toneNote: "Tak głośno, jak ustawiono na tym urządzeniu.",
  heard: "Teraz powinno być go słychać. Jeśli nie, zwiększ głośność tego urządzenia.",
  unheard:
    "Ta przeglądarka nie pozwala stronie dzwonić. Zezwól jej na dźwięk w ustawieniach witryny i sprawdź głośnik.",

  notify: "Powiadamiaj mnie",
  notifyNote: "Dostaniesz powiadomienie, gdy ktoś zadzwoni, a ty patrzysz na coś innego.",
  notified: "Dostaniesz powiadomienie, gdy ktoś zadzwoni, dopóki ta strona jest otwarta.",
  notifyDenied:
    "Ta przeglądarka blokuje powiadomienia z tej strony. Zezwól na nie w ustawieniach witryny, a potem odśwież stronę.",
  notifyUnable:
    "Ta przeglądarka nie pokazuje powiadomień z takich stron. Dzwonek i tak działa, gdy strona jest otwarta.",
  missedStranger: "Nieodebrane połączenie od nieznanej osoby",
};
