/** What the scanner of QR codes says, in Polish. */

import type { ScanWords } from "../../en/home/scan.ts";

export const scan: ScanWords = {
  scan: "Skanuj",
  title: "Zeskanuj kod QR",
  hint: "Skieruj kamerę na kod QR czyjegoś linku.",
  close: "Zamknij",
  opening: "Otwieranie kamery…",
  notALink: "Ten kod QR nie jest linkiem do rozmowy.",
  own: "To twój własny kod QR. Inni skanują go, aby do ciebie zadzwonić.",
  elsewhere: (host) => `Ten kod QR prowadzi do ${host}, a nie tutaj. Otwórz go aparatem telefonu.`,
  denied: "Zezwól tej stronie na używanie kamery w ustawieniach przeglądarki albo wklej link.",
  missing: "Nie ma tu kamery do skanowania, więc wklej link albo wpisz ID.",
  failed: "Kamera się nie otworzyła. Zamknij to, co jeszcze jej używa, i zeskanuj ponownie.",
  unloaded: "Skaner się nie wczytał. Sprawdź połączenie i odśwież stronę.",
};
