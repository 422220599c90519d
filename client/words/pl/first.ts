/** What the first screen says, in Polish; with what every page says and why the server opens no socket. */

import type { FirstWords } from "../en/first.ts";
import { createPlural } from "../grammar/plurals.ts";

export { insecure } from "./insecure.ts";
export { page } from "./page.ts";
export { refusals } from "./refusals.ts";

const plural = createPlural("pl");

export const first: FirstWords = {
  untaken: (who, why) => `Osoba ${who} próbowała się dodzwonić. ${why}`,
  tabLifetime: "To ID działa tylko do zamknięcia tej karty, bo przeglądarka niczego nie zapisuje dla tej strony. " +
    "Wyjdź z trybu prywatnego, aby mieć ID na stałe.",
  framedLifetime: "Wewnątrz innej strony możesz mieć inne ID.",
  unansweredLifetime: "Pamięć przeglądarki nie odpowiada, więc ta karta ma własne ID aż do zamknięcia. Uruchom " +
    "przeglądarkę ponownie, aby odzyskać swoje zwykłe ID.",
  unread: "Pamięć przeglądarki nie odpowiada, więc brakuje tu twojego imienia i nieodebranych połączeń, a zmiany " +
    "przepadną po zamknięciu tej karty. Odśwież stronę albo uruchom przeglądarkę ponownie.",
  damaged: "Nie da się odczytać części tego, co przeglądarka zapisała dla tej strony. Sprawdź swoje imię, " +
    "ustawienie „Ukryj mój adres IP” i listę zablokowanych.",
  reachable: "Każdy, kto ma twój link, może do ciebie zadzwonić, gdy ta strona jest otwarta.",
  linkCopied: "Skopiowano link. Wyślij go osobie, która ma do ciebie zadzwonić.",
  idCopied: "Skopiowano ID. Wyślij je osobie, która ma do ciebie zadzwonić.",
  copyByHand: "Zaznaczono. Skopiuj, naciskając Ctrl + C, a na Macu ⌘ C.",
  unreadableId: "ID wygląda tak: k7mq-2vhd-9xtr-w4pz-0b5n.",
  emptyId: "Wpisz ID albo wklej link.",
  brokenLink: "Ten link jest niepełny. Poproś o niego jeszcze raz albo wpisz ID.",
  ownId: "To twoje własne ID. Inni używają go, aby do ciebie zadzwonić.",
  hiddenAndNoRelay: "Aby zadzwonić, wyłącz „Ukryj mój adres IP”.",
  relayOnly: "Rozmowy idą przez przekaźnik. Inni nie widzą twojego adresu.",
  noRelay: "Do tego potrzebny jest przekaźnik, a ten serwer go nie ma.",
  relayStuck: "Ten serwer nie ma przekaźnika, więc rozmowy się nie połączą. Aby zadzwonić, wyłącz to.",
  blocked: "Zablokowano. Ta osoba nie może już do ciebie dzwonić i nie dowie się o tym.",

  language: "Język",
  unspoken: (name) => `Nie udało się wczytać: ${name}. Sprawdź połączenie i wybierz język jeszcze raz.`,
  tagline: "Rozmowy idą z przeglądarki do przeglądarki, szyfrowane end-to-end.",
  invitation: (id) => ["Zadzwonić do osoby ", id, "?"],
  byLink: "Otwarto link tej osoby.",
  namedByLink: "To imię pochodzi z linku. Po pierwszej rozmowie będzie wiadomo, czy jest prawdziwe.",
  seesId: "Ta osoba zobaczy twoje ID.",
  seesIdAndName: "Ta osoba zobaczy twoje ID i imię.",
  yourId: "Twoje ID",
  copy: "Kopiuj",
  copyLink: "Kopiuj link",
  shareLink: "Udostępnij link",
  qrCode: "Kod QR",
  scanMe: "Zeskanuj, aby do mnie zadzwonić",
  closeQr: "Zamknij",
  qrMissing: "Nie udało się wczytać kodu QR. Sprawdź połączenie i odśwież stronę.",
  callMe: "Zadzwoń do mnie",
  ringing: "Dzwonek",
  people: "Osoby",
  textToCopy: "Tekst do skopiowania",
  idOrLink: "ID lub link",
  pasteOrType: "Wklej link lub wpisz ID",
  call: "Zadzwoń",
  yourName: "Twoje imię",
  nameUse: "Widzą je twoi rozmówcy i każdy, kto otworzy twój link.",
  optional: "Opcjonalnie",
  hideAddress: "Ukryj mój adres IP",

  unverified: plural({
    one: () => "Nie udało się zweryfikować 1 połączenia, więc dzwonek nie zadzwonił.",
    few: (count) => `Nie udało się zweryfikować ${count} połączeń, więc dzwonek nie zadzwonił.`,
    many: (count) => `Nie udało się zweryfikować ${count} połączeń, więc dzwonek nie zadzwonił.`,
    other: (count) => `Nie udało się zweryfikować ${count} połączenia, więc dzwonek nie zadzwonił.`,
  }),
  untakenCount: plural({
    one: () => "Było 1 połączenie, ale ta strona nie może żadnego odebrać.",
    few: (count) => `Były ${count} połączenia, ale ta strona nie może żadnego odebrać.`,
    many: (count) => `Było ${count} połączeń, ale ta strona nie może żadnego odebrać.`,
    other: (count) => `Było ${count} połączenia, ale ta strona nie może żadnego odebrać.`,
  }),
  block: "Zablokuj",
};
