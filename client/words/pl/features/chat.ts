/** What the chat of a call says, in Polish. */

import type { ChatWords } from "../../en/features/chat.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("pl");

export const chat: ChatWords = {
  title: "Czat",
  close: "Zamknij czat",
  message: "Wiadomość",
  send: "Wyślij",
  sendAgain: "Wyślij ponownie",
  empty: "To, co piszesz, trafia prosto do przeglądarki drugiej osoby. Znika, gdy opuścisz tę rozmowę, chyba " +
    "że obie strony to zachowują.",
  options: "Opcje czatu",
  keep: "Zachowuj ten czat",
  keepNote: "Nowe wiadomości zapisują się na tym urządzeniu, gdy obie strony mają to włączone. Obrazy nie.",
  keepAsked: (who) => [who, " chce zachowywać ten czat. Możesz to włączyć w opcjach czatu."],
  keepAlone: (who) => ["Nic nowego nie zostanie zachowane, dopóki ", who, " też tego nie włączy."],
  keepBoth: "Obie strony zachowują wiadomości, każda na swoim urządzeniu.",
  deleteKept: plural({
    one: () => "Usuń 1 zachowaną wiadomość z tego urządzenia",
    few: (count) => `Usuń ${count} zachowane wiadomości z tego urządzenia`,
    many: (count) => `Usuń ${count} zachowanych wiadomości z tego urządzenia`,
    other: (count) => `Usuń ${count} zachowanej wiadomości z tego urządzenia`,
  }),
  lacking: (who) => [who, " ma starszą wersję strony, bez czatu. Poproś o jej odświeżenie."],
  earlier: "Wcześniej",
  thisCall: "Ta rozmowa",
  olderGone: "Starsze wiadomości nie są już pokazywane.",
  isTyping: (who) => [who, " pisze…"],
  live: "Tekst w czasie rzeczywistym",
  liveOption: "Druga osoba będzie widzieć, co piszesz, już podczas pisania.",
  liveNote: "Druga osoba widzi, co piszesz, już podczas pisania.",
  typed: (who, text) => `${who} pisze: ${text}`,
  youWrote: "Ty:",
  theyWrote: (who) => [who, " pisze:"],
  onItsWay: "Wysyłanie…",
  delivered: "Dostarczono",
  notSent: "Nie wysłano.",
  tooLong: plural({
    one: () => "Za długie o 1 znak",
    few: (count) => `Za długie o ${count} znaki`,
    many: (count) => `Za długie o ${count} znaków`,
    other: (count) => `Za długie o ${count} znaku`,
  }),
  unread: plural({
    one: () => "1 nieprzeczytana wiadomość",
    few: (count) => `${count} nieprzeczytane wiadomości`,
    many: (count) => `${count} nieprzeczytanych wiadomości`,
    other: (count) => `${count} nieprzeczytanej wiadomości`,
  }),
  picture: "Obraz",
  showPicture: "Pokaż obraz",
  openPicture: "Otwórz obraz",
  closePicture: "Zamknij obraz",
  pictureProblems: {
    unreadable: "Tego obrazu nie da się odczytać, więc nie został wysłany.",
    "too-large": "Ten obraz jest za duży. Wyślij go jako plik.",
    unavailable: "Nie wysłano.",
    unshowable: "Tego obrazu nie da się tu pokazać.",
    "too-many": "Za dużo obrazów naraz. Niektóre pominięto.",
  },
  newMessage: (who, text) => `Nowa wiadomość od osoby ${who}: ${text}`,
};
