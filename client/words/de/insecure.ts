/** What a page says that came without HTTPS, in German. */

import type { InsecureWords } from "../en/insecure.ts";

export const insecure: InsecureWords = {
  callsNeedHttps: "Anrufe brauchen HTTPS",
  whyHttps: (https, localhost) => [
    "Anrufe brauchen HTTPS: Browser geben Kamera, Mikrofon und Schlüssel nur an Seiten, die über ",
    https,
    " oder von ",
    localhost,
    " geöffnet wurden.",
  ],
  askForHttps: "Bitte um einen Link, der mit https:// beginnt.",
  startHttps: (command, flag, origin) => [
    "Wenn der Server deiner ist, starte ihn mit ",
    command,
    ", stelle ihm HTTPS voran oder öffne die Seite von localhost. Um es unter dieser Adresse zu probieren, öffne ",
    flag,
    ", trage ",
    origin,
    " ein und starte den Browser neu.",
  ],
};
