/** What a page says that came without HTTPS, in Polish. */

import type { InsecureWords } from "../en/insecure.ts";

export const insecure: InsecureWords = {
  callsNeedHttps: "Rozmowy wymagają HTTPS",
  whyHttps: (https, localhost) => [
    "Rozmowy wymagają HTTPS: przeglądarki dają kamerę, mikrofon i klucz tylko stronom otwartym przez ",
    https,
    " lub z ",
    localhost,
    ".",
  ],
  askForHttps: "Poproś o link, który zaczyna się od https://.",
  startHttps: (command, flag, origin) => [
    "Jeśli to twój serwer, uruchom go poleceniem ",
    command,
    ", postaw przed nim HTTPS albo otwórz stronę z localhost. Aby spróbować pod tym adresem, otwórz ",
    flag,
    ", dodaj ",
    origin,
    " i uruchom przeglądarkę ponownie.",
  ],
};
