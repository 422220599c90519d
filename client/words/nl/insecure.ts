/** What a page says that came without HTTPS, in Dutch. */

import type { InsecureWords } from "../en/insecure.ts";

export const insecure: InsecureWords = {
  callsNeedHttps: "Bellen vereist HTTPS",
  whyHttps: (https, localhost) => [
    "Bellen vereist HTTPS: browsers geven camera, microfoon en een sleutel alleen aan pagina’s die zijn geopend via ",
    https,
    " of vanaf ",
    localhost,
    ".",
  ],
  askForHttps: "Vraag om een link die met https:// begint.",
  startHttps: (command, flag, origin) => [
    "Is de server van jou, start hem dan met ",
    command,
    ", zet er HTTPS voor of open de pagina vanaf localhost. Om het op dit adres te proberen, open je ",
    flag,
    ", voeg je ",
    origin,
    " toe en start je de browser opnieuw.",
  ],
};
