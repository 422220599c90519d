/** What is said of calls to a closed page, in Korean. */

import type { ReachWords } from "../../en/home/reach.ts";

export const reach: ReachWords = {
  telling: (who) => `${who} 님의 페이지가 닫혀 있어요. 알림을 보내는 중…`,
  told: (who) => `${who} 님에게 알림을 보냈어요. 응답을 기다리는 중…`,
  ready: "이 페이지를 닫아도 연락처에 있는 사람이 전화하면 알림을 받아요.",
  openOnly: "이 페이지가 열려 있으면 전화가 올 때 알림을 받아요. 닫은 뒤에는 여기서 알림을 받을 수 없어요.",
  homeScreen: "이 페이지를 홈 화면에 추가하고 거기서 여세요. 그러면 전화가 올 때 알림을 받을 수 있어요.",
  failed:
    "이 브라우저는 닫힌 페이지의 알림을 설정하지 못했어요. Brave에서는 개인정보 설정에서 Google 푸시 메시지를 허용하세요.",
  missed: "부재중 전화",
};
