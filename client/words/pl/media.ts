/** What is wrong with the own camera and microphone, what that means for the call, and what to do; in Polish. */

import type { MediaWords } from "../en/media.ts";

export const media: MediaWords = {
  "asked": {
    camera: "Przeglądarka pyta o dostęp do kamery. Inni cię nie widzą. Wybierz „Zezwól” u góry okna.",
    microphone: "Przeglądarka pyta o dostęp do mikrofonu. Inni cię nie słyszą. Wybierz „Zezwól” u góry okna.",
    both: "Przeglądarka pyta o dostęp do kamery i mikrofonu. Inni cię nie widzą ani nie słyszą. Wybierz " +
      "„Zezwól” u góry okna.",
  },
  "silenced": {
    camera: "System wyłączył kamerę. Inni cię nie widzą. Zamknij to, co jeszcze jej używa, albo naciśnij " +
      "przełącznik na urządzeniu.",
    microphone: "System wyłączył mikrofon. Inni cię nie słyszą. Zamknij to, co jeszcze go używa, albo naciśnij " +
      "przełącznik na urządzeniu.",
    both: "System wyłączył kamerę i mikrofon. Inni cię nie widzą ani nie słyszą. Zamknij to, co jeszcze ich " +
      "używa, albo naciśnij przełącznik na urządzeniu.",
  },
  "denied": {
    camera: "Kamera jest zablokowana dla tej strony. Inni cię nie widzą. Zezwól na nią obok adresu strony, a " +
      "potem naciśnij jej przycisk.",
    microphone: "Mikrofon jest zablokowany dla tej strony. Inni cię nie słyszą. Zezwól na niego obok adresu " +
      "strony, a potem naciśnij jego przycisk.",
    both: "Kamera i mikrofon są zablokowane dla tej strony. Inni cię nie widzą ani nie słyszą. Zezwól na nie " +
      "obok adresu strony, a potem naciśnij ich przyciski.",
  },
  "not-found": {
    camera: "Nie znaleziono kamery. Inni cię nie widzą. Podłącz ją, a od razu zadziała.",
    microphone: "Nie znaleziono mikrofonu. Inni cię nie słyszą. Podłącz go, a od razu zadziała.",
    both: "Nie znaleziono kamery ani mikrofonu. Inni cię nie widzą ani nie słyszą. Podłącz je, a od razu zadziałają.",
  },
  "in-use": {
    camera: "Kamery używa inny program. Inni cię nie widzą. Zamknij ten program, a potem naciśnij jej przycisk.",
    microphone:
      "Mikrofonu używa inny program. Inni cię nie słyszą. Zamknij ten program, a potem naciśnij jego przycisk.",
    both: "Kamery i mikrofonu używa inny program. Inni cię nie widzą ani nie słyszą. Zamknij ten program, a " +
      "potem naciśnij ich przyciski.",
  },
  "insecure": {
    camera: "Przeglądarki pozwalają na kamerę tylko na stronach HTTPS. Inni cię nie widzą. Otwórz tę stronę " +
      "pod jej adresem https://.",
    microphone: "Przeglądarki pozwalają na mikrofon tylko na stronach HTTPS. Inni cię nie słyszą. Otwórz tę stronę " +
      "pod jej adresem https://.",
    both: "Przeglądarki pozwalają na kamerę i mikrofon tylko na stronach HTTPS. Inni cię nie widzą ani nie " +
      "słyszą. Otwórz tę stronę pod jej adresem https://.",
  },
  "failed": {
    camera:
      "Kamera się nie uruchomiła. Inni cię nie widzą. Odłącz ją i podłącz ponownie, a potem naciśnij jej przycisk.",
    microphone:
      "Mikrofon się nie uruchomił. Inni cię nie słyszą. Odłącz go i podłącz ponownie, a potem naciśnij jego przycisk.",
    both: "Kamera i mikrofon się nie uruchomiły. Inni cię nie widzą ani nie słyszą. Odłącz je i podłącz " +
      "ponownie, a potem naciśnij ich przyciski.",
  },
};
