/** What every page says, in Polish. */

import type { PageWords } from "../en/page.ts";

export const page: PageWords = {
  title: "Rozmowy wideo",
  check: "Test połączenia",
  yourVideo: "Twoje wideo",
  status: {
    "insecure": "Z tej strony nie da się dzwonić: została otwarta bez HTTPS.",
    "keyless": "Z tej przeglądarki nie da się dzwonić: nie ma kluczy Ed25519. Użyj Chrome lub Edge 137, Firefoksa " +
      "129, Safari 17 albo nowszej wersji.",
    "no-webrtc": "Z tej przeglądarki nie da się dzwonić: WebRTC jest wyłączone. Włącz je albo użyj innej przeglądarki.",
    "connecting": "Łączenie z serwerem…",
    "registered": "Gotowe do rozmów",
    "lost": "Serwer jest nieosiągalny. Kolejna próba…",
    "refused": "Serwer nie rozpoznaje tego adresu. Otwórz stronę pod jej zwykłym adresem. Kolejna próba…",
    "limited": "Z twojej sieci trafia tu zbyt wiele naraz. Zostań na tej stronie, za jakiś czas samo ruszy dalej.",
    "replaced": "Otwarto w zbyt wielu kartach. Ta jest wstrzymana, dopóki do niej nie wrócisz.",
    "incomplete": "Ta strona nie wczytała się w całości. Odśwież ją, aby dzwonić i odbierać połączenia.",
  },
};
