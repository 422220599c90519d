/** What a page says that came without HTTPS, in Ukrainian. */

import type { InsecureWords } from "../en/insecure.ts";

export const insecure: InsecureWords = {
  callsNeedHttps: "Для дзвінків потрібен HTTPS",
  whyHttps: (https, localhost) => [
    "Для дзвінків потрібен HTTPS: браузери дають камеру, мікрофон і ключ лише сторінкам, відкритим через ",
    https,
    " або з ",
    localhost,
    ".",
  ],
  askForHttps: "Попросіть посилання, що починається з https://.",
  startHttps: (command, flag, origin) => [
    "Якщо сервер ваш, запустіть його командою ",
    command,
    ", поставте перед ним HTTPS або відкрийте сторінку з localhost. Щоб спробувати за цією адресою, відкрийте ",
    flag,
    ", додайте ",
    origin,
    " і перезапустіть браузер.",
  ],
};
