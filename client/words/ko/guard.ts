/** What `page/load_guard.ts` says while the page is not there, in Korean. */

import type { GuardWords } from "../en/guard.ts";

export const guard: GuardWords = {
  slow:
    "페이지를 불러오는 데 오래 걸리고 있어요. 아무것도 표시되지 않으면 새로고침하거나 다른 브라우저를 사용해 보세요.",
  away: "페이지의 일부만 불러왔어요. 서버에 연결되면 나머지를 불러와요.",
  old: "이 브라우저에서는 페이지가 시작되지 않았어요. Chrome 또는 Edge 137, Firefox 129, Safari 17 이상을 사용하세요.",
  failed:
    "페이지를 불러오지 못했어요. 1분마다 다시 시도해요. 그래도 안 되면 중간에서 무언가가 파일을 바꾸거나 차단하고 있는 " +
    "거예요.",
  reload: "새로고침",
};
