/** What is said of a call that is over, in Polish: what happened, for how long, and what to do next. */

import type { EndWords } from "../en/ends.ts";

export { details, quality } from "./features/quality.ts";
export { leftCall } from "./home/left_call.ts";

export const ends: EndWords = {
  title: {
    ended: "Rozmowa zakończona",
    cancelled: "Połączenie anulowane",
    missed: "Nieodebrane połączenie",
    tooLate: "Już się rozłączono",
    declined: "Połączenie odrzucone",
    busy: "Zajęte",
    unanswered: "Brak odpowiedzi",
    answeredElsewhere: "Odebrano gdzie indziej",
    declinedElsewhere: "Odrzucono gdzie indziej",
    unavailable: "Poza zasięgiem",
    heldBack: "Zbyt wiele prób",
    impossible: "Rozmowa niemożliwa",
    offline: "Nie udało się zadzwonić",
    stopped: "Rozmowa zatrzymana",
    lost: "Utracono połączenie",
    failed: "Nie udało się połączyć",
  },
  aloud: (title, sentence) => `${title}. ${sentence}`,

  talked: (who, duration) => `Czas rozmowy z osobą ${who}: ${duration}.`,
  hungUpEarly: "Rozłączono z twojej strony przed nawiązaniem połączenia.",
  theyHungUpEarly: (who) => `Osoba ${who} rozłączyła się przed nawiązaniem połączenia. Zadzwoń ponownie.`,
  cancelled: (who) => `Przerwano dzwonienie, zanim osoba ${who} odebrała.`,
  missed: (who, at) => at === null ? `Osoba ${who} dzwoniła do ciebie.` : `Osoba ${who} dzwoniła do ciebie o ${at}.`,
  callToReach: "Możesz oddzwonić.",
  vanished: (who, at) =>
    at === null
      ? `Osoba ${who} dzwoniła do ciebie, ale zniknęła przed odebraniem. Możesz oddzwonić.`
      : `Osoba ${who} dzwoniła do ciebie o ${at}, ale zniknęła przed odebraniem. Możesz oddzwonić.`,
  tooLate: (who) => `Osoba ${who} rozłączyła się, zanim dotarła twoja odpowiedź. Możesz oddzwonić.`,
  theyDeclined: (who) => `${who} nie może teraz rozmawiać. Spróbuj później.`,
  youDeclined: (who) => `Połączenie od osoby ${who} zostało odrzucone. Oddzwoń w dogodnej chwili.`,
  theyWereBusy: (who) => `${who} prowadzi inną rozmowę. Spróbuj za kilka minut.`,
  youWereBusy: "Trwała wtedy inna rozmowa.",
  unanswered: (who, at) =>
    at === null ? `Osoba ${who} nie odebrała. Spróbuj później.` : `Osoba ${who} nie odebrała o ${at}. Spróbuj później.`,
  answeredElsewhere: (who) => `Połączenie od osoby ${who} odebrano w innej karcie lub na innym urządzeniu.`,
  declinedElsewhere: (who) => `Połączenie od osoby ${who} odrzucono w innej karcie lub na innym urządzeniu.`,
  unavailable: (who) => `${who} jest teraz poza zasięgiem. Spróbuj ponownie albo wyślij swój link.`,
  heldBack: (who) =>
    `Z twojej sieci w krótkim czasie było zbyt wiele połączeń do osoby ${who}. Poczekaj minutę i zadzwoń ponownie.`,
  unsupported: (who) =>
    `Przeglądarka osoby ${who} nie może odbierać połączeń. Poproś o otwarcie tam testu połączenia, który ` +
    "powie dlaczego, albo o użycie innej przeglądarki.",
  incompatible: (who) =>
    `Twoja przeglądarka i przeglądarka osoby ${who} nie uzgodniły sposobu połączenia. Zaktualizujcie ` +
    "obie albo użyjcie innej.",
  noWebRtc: "W twojej przeglądarce wyłączono WebRTC, więc nie da się z niej dzwonić. Włącz je albo zadzwoń z " +
    "innej przeglądarki.",
  unprepared:
    "Przeglądarka nie mogła przygotować rozmowy. Odśwież stronę i zadzwoń ponownie albo użyj innej przeglądarki.",
  offline: (who) =>
    `Ta strona nie miała połączenia z serwerem, więc nic nie dotarło do osoby ${who}. Sprawdź sieć i zadzwoń ponownie.`,
  keyless: "Ta strona nie ma klucza, który potwierdza, że to ty dzwonisz. Otwórz ją pod jej adresem https:// w " +
    "aktualnej przeglądarce i zadzwoń ponownie.",
  changed: (who) => `Ktoś po drodze zmienił to, co wysłała przeglądarka osoby ${who}, więc rozmowę zatrzymano.`,
  overAnotherNetwork: "Zadzwoń ponownie przez inną sieć.",
  unsigned: (who) =>
    `Odpowiedzi nie podpisała osoba ${who}, więc ktoś po drodze mógł ją zmienić. Nikt niczego nie ` +
    "widział ani nie słyszał. Poproś tę osobę o odświeżenie strony i zadzwoń ponownie. Jeśli " +
    "to się powtórzy, użyjcie innej sieci lub innego serwera.",
  otherKey: (who) =>
    `To połączenie miało ID osoby ${who}, ale nie jej klucz, więc nie było od niej. Skontaktuj się z nią ` +
    "inaczej i nie odbieraj połączeń od tego ID.",
  remoteUnverified: (who) =>
    `Przeglądarka osoby ${who} nie mogła zweryfikować, że to połączenie jest od ciebie, więc je ` +
    "zatrzymała. Odśwież stronę i zadzwoń ponownie. Jeśli to się powtórzy, użyj innej sieci.",
  theyFoundDiffering: (who) =>
    `Według osoby ${who} ktoś może być między wami. Nie polegaj na tym, co powiedziano. Zadzwoń przez ` +
    "inną sieć albo skontaktuj się inaczej.",
  wordsDiffered: (who) =>
    `Słowa się nie zgadzały, więc ktoś może być między tobą a osobą ${who}. Nie polegaj na tym, co ` +
    "powiedziano. Zadzwoń przez inną sieć albo skontaktuj się inaczej.",
  flooded: (who) =>
    `Przeglądarka osoby ${who} wysłała znacznie więcej, niż potrzeba do rozmowy, więc rozmowę zatrzymano. ` +
    "Jeśli nadal chcesz rozmawiać, poproś tę osobę o odświeżenie strony i zadzwoń ponownie.",
  remoteFlooded: (who) =>
    `Twoja przeglądarka wysłała znacznie więcej, niż potrzeba do rozmowy, więc przeglądarka osoby ${who} ` +
    "ją zatrzymała. Odśwież stronę i zadzwoń ponownie.",
  lost: (who) => `Połączenie z osobą ${who} nie wróciło.`,
  checkNetwork: "Sprawdź sieć i zadzwoń ponownie.",
  pageGone: (who) => `Strona osoby ${who} została zamknięta lub odświeżona.`,
  callToGoOn: "Zadzwoń ponownie, aby rozmawiać dalej.",
  over: (who) => `Osoba ${who} zakończyła rozmowę. Zadzwoń ponownie, aby porozmawiać.`,
  keepTrying: "Próbuj dalej",
  saveContact: "Zapisz kontakt",
  contactSaved: "Kontakt zapisany",

  noConnection: (who) => `Nie udało się połączyć z osobą ${who}.`,
  foundHere: {
    "no-path": (who) =>
      `Brak połączenia z osobą ${who}: twoja przeglądarka nie znalazła żadnej drogi, nawet przez przekaźnik.`,
    "no-path-and-no-relay": (who) =>
      `Brak połączenia z osobą ${who}: twoja przeglądarka nie znalazła bezpośredniej drogi, a ten serwer ` +
      "nie ma przekaźnika.",
    "relay-refused": (who) => `Brak połączenia z osobą ${who}: przekaźnik odrzucił twoją przeglądarkę.`,
    "relay-unreachable": (who) => `Brak połączenia z osobą ${who}: przekaźnik nie odpowiedział twojej przeglądarce.`,
    "relay-only-and-no-relay": (who) =>
      `Brak połączenia z osobą ${who}: twoja przeglądarka może użyć tylko przekaźnika, a ten serwer go nie ma.`,
    "peer-silent": (who) => `Brak połączenia z osobą ${who}: do twojej przeglądarki nic nie dotarło z drugiej strony.`,
  },
  foundThere: {
    "no-path": (who) => `Przeglądarka osoby ${who} nie znalazła żadnej drogi, nawet przez przekaźnik.`,
    "no-path-and-no-relay": (who) =>
      `Przeglądarka osoby ${who} nie znalazła bezpośredniej drogi, a ten serwer nie ma przekaźnika.`,
    "relay-refused": (who) => `Przekaźnik odrzucił przeglądarkę osoby ${who}.`,
    "relay-unreachable": (who) => `Przekaźnik nie odpowiedział przeglądarce osoby ${who}.`,
    "relay-only-and-no-relay": (who) =>
      `Przeglądarka osoby ${who} może użyć tylko przekaźnika, a ten serwer go nie ma.`,
    "peer-silent": (who) => `Do przeglądarki osoby ${who} nic nie dotarło z twojej.`,
  },
  tryNetwork: "Spróbuj w innej sieci.",
  tryNetworkOrAsk: "Spróbuj w innej sieci albo zapytaj osobę prowadzącą ten serwer o przekaźnik.",
  showAddressOrAsk: "Wyłącz „Ukryj mój adres IP” albo zapytaj osobę prowadzącą ten serwer o przekaźnik.",
};
