/** What a page says that came without HTTPS, in Arabic. */

import type { InsecureWords } from "../en/insecure.ts";

export const insecure: InsecureWords = {
  callsNeedHttps: "المكالمات تحتاج إلى HTTPS",
  whyHttps: (https, localhost) => [
    "المكالمات تحتاج إلى HTTPS: لا تمنح المتصفحات الكاميرا والميكروفون والمفتاح إلا للصفحات المفتوحة عبر ",
    https,
    " أو من ",
    localhost,
    ".",
  ],
  askForHttps: "اطلب ممن أرسل إليك الرابط رابطًا يبدأ بـ \u2066https://\u2069.",
  startHttps: (command, flag, origin) => [
    "إن كان الخادم لك، فشغّله بالأمر ",
    command,
    " أو ضع HTTPS أمامه، أو افتح الصفحة من localhost؛ ولتجربته على هذا العنوان افتح ",
    flag,
    " وأضف ",
    origin,
    " ثم أعد تشغيل المتصفح.",
  ],
};
