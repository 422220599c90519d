/** What a page says that came without HTTPS, in Turkish. */

import type { InsecureWords } from "../en/insecure.ts";

export const insecure: InsecureWords = {
  callsNeedHttps: "Aramalar için HTTPS gerekir",
  whyHttps: (https, localhost) => [
    "Aramalar için HTTPS gerekir: tarayıcılar kamera, mikrofon ve anahtarı yalnızca ",
    https,
    " üzerinden veya ",
    localhost,
    " adresinden açılan sayfalara verir.",
  ],
  askForHttps: "Linki gönderenden https:// ile başlayan bir link isteyin.",
  startHttps: (command, flag, origin) => [
    "Sunucu sizinse onu ",
    command,
    " ile başlatın, önüne HTTPS koyun ya da sayfayı localhost’tan açın. Bu adreste denemek için ",
    flag,
    " sayfasını açın, ",
    origin,
    " adresini ekleyin ve tarayıcıyı yeniden başlatın.",
  ],
};
