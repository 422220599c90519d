/**
 * What the screens of a call say while it is on, in Polish; with what is said of devices, of words, of screens and in
 * the chat.
 */

import type { CallWords } from "../en/call.ts";

export { chat } from "./features/chat.ts";
export { comparison } from "./comparison.ts";
export { devices } from "./features/devices.ts";
export { draw } from "./features/draw.ts";
export { files } from "./features/files.ts";
export { hold } from "./features/hold.ts";
export { keyboard } from "./features/keyboard.ts";
export { media } from "./media.ts";
export { pictures } from "./features/pictures.ts";
export { preview } from "./features/preview.ts";
export { reactions } from "./features/reactions.ts";
export { screenShare } from "./features/screen_share.ts";

export const call: CallWords = {
  storageFull: "Tej przeglądarce brakuje miejsca, więc zmiany przepadną po zamknięciu tej karty. Zwolnij miejsce na " +
    "tym urządzeniu, aby je zachować.",
  phase: {
    ringing: "Dzwoni…",
    heldBack: "Zbyt wiele prób. Zadzwoni, gdy tylko będzie wolno.",
    patient: "Strona nie jest tam otwarta. Próbujemy dalej.",
    about: "Zaraz zadzwoni…",
    calling: "Łączenie…",
    rejoining: "Powrót do rozmowy…",
    video: "Połączenie wideo",
    voice: "Połączenie głosowe",
    connected: "Połączono",
    away: "Czekanie na drugą stronę…",
    connecting: "Nawiązywanie połączenia…",
    reconnecting: "Wznawianie połączenia…",
    ended: "Rozmowa zakończona",
  },
  state: {
    ringing: (who) => `Dzwoni… Czekanie, aż odbierze ${who}.`,
    heldBack: (who) =>
      `Z twojej sieci w krótkim czasie było zbyt wiele połączeń do osoby ${who}. Zadzwoni, gdy tylko będzie wolno.`,
    patient: (who) => `Strona osoby ${who} nie jest otwarta. Próbujemy dalej.`,
    about: (who) => `Zaraz zadzwoni u osoby ${who}…`,
    calling: (who) => `Dzwonisz do osoby ${who}…`,
    rejoining: (who) => `Wracasz do rozmowy z osobą ${who}…`,
    video: (who) => `${who} dzwoni do ciebie z wideo.`,
    voice: (who) => `${who} dzwoni do ciebie.`,
    away: (who) => `${who} od dłuższej chwili nie odpowiada. Poczekaj albo się rozłącz.`,
    connecting: (who) => `Łączenie z osobą ${who}…`,
    connected: (who) => `Połączono z osobą ${who}.`,
    joining: (who) => `${who} zaraz dołączy.`,
    reconnectingAway: (who) =>
      `Wznawianie połączenia… ${who} od dłuższej chwili nie odpowiada. Rozmowa poczeka dwie minuty, ` +
      "możesz też rozłączyć się teraz.",
    reconnecting: "Wznawianie połączenia… Zostało przerwane. Zostań na tej stronie, samo wróci.",
    ended: "Rozmowa została zakończona.",
  },
  title: {
    waiting: "Ktoś dzwoni…",
    outgoing: (who) => `Dzwonienie: ${who}…`,
    incoming: (who) => `${who} dzwoni…`,
    connected: (who) => `Rozmowa: ${who}`,
    reconnecting: (who) => `Wznawianie połączenia: ${who}…`,
    missed: (who) => `Nieodebrane połączenie: ${who}`,
  },

  namedByLink: "To imię pochodzi z linku. Po odebraniu będzie wiadomo, czy jest prawdziwe.",
  otherUnderName: (who) =>
    `To nie jest ID, które osoba ${who} miała wcześniej, więc tego imienia może używać ktoś inny.`,
  askThem: "Zapytaj o coś, co wie tylko właściwa osoba.",
  compareToBeSure: "Porównajcie słowa, aby mieć pewność.",
  itsThem: "To ta osoba",
  neverTalked: "Z tym ID nie było jeszcze żadnej rozmowy.",
  neverTalkedClaimed: "Z tym ID nie było jeszcze żadnej rozmowy. To imię podaje druga strona.",

  controls: "Sterowanie rozmową",
  mute: "Wycisz mikrofon",
  unmute: "Włącz mikrofon",
  cameraOn: "Włącz kamerę",
  cameraOff: "Wyłącz kamerę",
  resting: "Rozmowa jest wstrzymana. To zadziała po jej wznowieniu.",
  cancel: "Anuluj",
  hangUp: "Rozłącz się",
  more: "Więcej",
  incomingCall: "Połączenie przychodzące",
  accept: "Odbierz",
  acceptWithoutVideo: "Odbierz bez wideo",
  decline: "Odrzuć",
  silence: "Wycisz",
  ownPicture: "Własny obraz",
  ownPictureMoves: "Własny obraz, przesuwany strzałkami",
  remoteVideo: "Wideo drugiej strony",
  theirCameraOff: (who) => [who, " ma wyłączoną kamerę"],
  joining: (who) => `${who} zaraz dołączy`,
  theyAreMuted: (who) => [who, " ma wyciszony mikrofon"],
  waitsForTap: "Przeglądarka odtworzy rozmowę dopiero, gdy stukniesz.",
  tapForSound: "Stuknij, aby włączyć dźwięk",
  featuresMissing: "Część strony się nie wczytała, więc czegoś może tu brakować.",
  tryAgain: "Spróbuj ponownie",
  callAgain: "Zadzwoń ponownie",
  keepWaiting: "Czekaj dalej",
  pageClosed: (who) => `Strona osoby ${who} została zamknięta. Czekanie…`,
  gone: (who) => `Osoba ${who} wyszła. Zadzwoń ponownie albo czekaj dalej.`,
  back: "Wstecz",
};
