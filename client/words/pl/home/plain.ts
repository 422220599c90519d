/** What pages say that run no script, in Polish. */

import type { PlainWords } from "../../en/home/plain.ts";

export const plain: PlainWords = {
  needsScript: "Rozmowy wideo wymagają JavaScriptu. Włącz go dla tej strony, a potem ją odśwież.",
  nothing: {
    title: "Nic tu nie ma",
    heading: "Nic tu nie ma",
    explanation: "Ten adres donikąd nie prowadzi. Jeśli to link od kogoś, skopiuj go w całości i spróbuj ponownie: " +
      "kończy się pięcioma grupami po cztery znaki (litery i cyfry).",
    home: "Przejdź do strony głównej",
  },
};
