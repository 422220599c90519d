/** What is said of sharing the screen, in Polish. */

import type { ScreenShareWords } from "../../en/features/screen_share.ts";

export const screenShare: ScreenShareWords = {
  share: "Udostępnij ekran",
  stop: "Przestań udostępniać",
  swap: "Zamień obrazy",
  sharedScreen: "Udostępniony ekran",
  sharing: "Udostępniasz ekran.",
  sharingWithSound: "Udostępniasz ekran z dźwiękiem.",
  stopped: "Nie udostępniasz już ekranu.",
  theyShare: (who) => `${who} udostępnia ekran.`,
  theyStopped: (who) => `${who} nie udostępnia już ekranu.`,
  moving: "Płynny ruch",
  zoomIn: "Powiększ",
  zoomOut: "Pomniejsz",
  zoomWhole: "Dopasuj do okna",
  zoomed: (percent) => `Powiększenie udostępnionego ekranu: ${percent} procent.`,
  problems: {
    blocked: "Ta przeglądarka nie może nagrywać ekranu. Zezwól na to w ustawieniach prywatności systemu i " +
      "udostępnij ponownie.",
    nothing: "Nie było czego udostępnić. Otwórz okno, które chcesz pokazać, i udostępnij ponownie.",
    failed: "Nie udało się udostępnić ekranu. Udostępnij ponownie i wybierz okno lub kartę.",
  },
};
