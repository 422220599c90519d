/** What a page says that came without HTTPS, in Japanese. */

import type { InsecureWords } from "../en/insecure.ts";

export const insecure: InsecureWords = {
  callsNeedHttps: "通話にはHTTPSが必要です",
  whyHttps: (https, localhost) => [
    "通話にはHTTPSが必要です。ブラウザがカメラ、マイク、鍵を使わせるのは、",
    https,
    "または",
    localhost,
    "で開いたページだけです。",
  ],
  askForHttps: "リンクをくれた人に、https://で始まるリンクを頼んでください。",
  startHttps: (command, flag, origin) => [
    "自分のサーバーの場合は、",
    command,
    "で起動するか、前段にHTTPSを置くか、localhostでページを開いてください。このアドレスのまま試すには、",
    flag,
    "を開き、",
    origin,
    "を追加して、ブラウザを再起動してください。",
  ],
};
