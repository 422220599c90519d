/** What a page says that came without HTTPS, in Spanish. */

import type { InsecureWords } from "../en/insecure.ts";

export const insecure: InsecureWords = {
  callsNeedHttps: "Las llamadas necesitan HTTPS",
  whyHttps: (https, localhost) => [
    "Las llamadas necesitan HTTPS: los navegadores solo dan cámara, micrófono y una clave a las páginas abiertas por ",
    https,
    " o desde ",
    localhost,
    ".",
  ],
  askForHttps: "Pide a quien te envió el enlace uno que empiece por https://.",
  startHttps: (command, flag, origin) => [
    "Si el servidor es tuyo, inícialo con ",
    command,
    ", pon HTTPS delante de él o abre la página desde localhost; para probarlo en esta dirección, abre ",
    flag,
    ", añade ",
    origin,
    " y reinicia el navegador.",
  ],
};
