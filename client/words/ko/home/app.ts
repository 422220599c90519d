/** What the page says of itself as an app, in Korean. */

import type { AppWords } from "../../en/home/app.ts";

export const app: AppWords = {
  title: "앱으로 사용하기",
  install: "설치",
  notNow: "나중에",
  why: "네트워크가 없어도 탭 한 번으로 열리고, 브라우저가 내 ID와 연락하는 사람을 더 오래 보관해요.",
  whyHomeScreen:
    "Safari는 7일 동안 방문하지 않으면 ID를 지워요. 홈 화면의 앱은 새 ID를 받지만 그 ID를 계속 보관해요. " +
    "‘공유’를 탭한 다음 ‘홈 화면에 추가’를 탭하세요.",
  ownLink: "내 링크예요. 이 브라우저의 모든 탭이 같은 ID를 써서 여기서는 아무도 받지 않아요.",
  trySecond: "두 번째 ID로 해 보기",
  trial: "닫거나 새로고침할 때까지 이 탭은 두 번째 ID를 써요. 원래 ID로 전화하면 다른 탭에서 벨이 울려요.",
  useUsual: "원래 ID 사용",
  newVersion: "이 페이지의 새 버전이 있어요.",
  reload: "새로고침",
};
