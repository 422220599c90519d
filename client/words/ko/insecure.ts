/** What a page says that came without HTTPS, in Korean. */

import type { InsecureWords } from "../en/insecure.ts";

export const insecure: InsecureWords = {
  callsNeedHttps: "통화하려면 HTTPS가 필요해요",
  whyHttps: (https, localhost) => [
    "통화하려면 HTTPS가 필요해요. 브라우저는 ",
    https,
    " 주소나 ",
    localhost,
    "에서 연 페이지에만 카메라, 마이크, 키를 내줘요.",
  ],
  askForHttps: "링크를 보낸 사람에게 https://로 시작하는 링크를 요청하세요.",
  startHttps: (command, flag, origin) => [
    "내 서버라면 ",
    command,
    " 명령으로 시작하거나, 앞에 HTTPS를 두거나, localhost에서 페이지를 여세요. 이 주소에서 시험해 보려면 ",
    flag,
    " 페이지를 열고 ",
    origin,
    " 주소를 추가한 다음 브라우저를 다시 시작하세요.",
  ],
};
