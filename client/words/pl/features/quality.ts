/** What is said of how good a call's connection is, and its details, in Polish. */

import type { DetailWords, QualityWords } from "../../en/features/quality.ts";

export const quality: QualityWords = {
  title: "Połączenie",
  levels: ["Bardzo złe połączenie", "Słabe połączenie", "Średnie połączenie", "Dobre połączenie"],
  losing: {
    own: "Twoje połączenie gubi dźwięk.",
    theirs: (who) => `Połączenie użytkownika ${who} gubi dźwięk.`,
    both: "Połączenie gubi dźwięk.",
  },
  slow: {
    own: "Twoje połączenie jest wolne.",
    theirs: (who) => `Połączenie użytkownika ${who} jest wolne.`,
    both: "Połączenie jest wolne.",
  },
  busy: {
    own: "To urządzenie nie nadąża.",
    theirs: (who) => `Urządzenie użytkownika ${who} nie nadąża.`,
  },
  directBy: (protocol) => `Bezpośrednio, po ${protocol}`,
  relayedBy: (protocol) => `Przez przekaźnik, po ${protocol}`,
};

export const details: DetailWords = {
  received: "Odbierasz",
  sent: "Wysyłasz",
  roundTrip: "Tam i z powrotem",
  delay: "Opóźnienie",
  lost: "Utracony dźwięk",
  picture: "Obraz",
  rate: "Przepływność",
  repeats: "Powtórzenia dźwięku",
  path: "Droga",
  codecs: "Kodeki",
  encryption: "Szyfrowanie",
  close: "Zamknij",
  kept: "Przebieg ostatnich rozmów zostaje na tym urządzeniu, bez imion.",
  exportRecords: "Eksportuj",
  deleteRecords: "Usuń",
};
