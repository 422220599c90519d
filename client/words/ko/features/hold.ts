/** What calls on hold and a second call are called, in Korean. */

import type { HoldWords } from "../../en/features/hold.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("ko");

export const hold: HoldWords = {
  waitingCalls: "대기 중인 전화",
  show: "보기",
  waiting: {
    known: (who) => `${who} 님이 전화 중`,
    knownAndMore: (who, others) => `${who} 님 외 ${others}명이 전화 중`,
    strangers: plural({ other: (count) => `모르는 사람 ${count}명이 전화 중` }),
    knownAndStrangers: (who, strangers) => `${who} 님과 모르는 사람 ${strangers}명이 전화 중`,
    all: (who, others, strangers) => `${who} 님 외 ${others}명과 모르는 사람 ${strangers}명이 전화 중`,
  },
  hold: "보류",
  resume: "재개",
  holdAndAnswer: "보류하고 받기",
  endAndAnswer: "종료하고 받기",
  title: "보류 중",
  swap: "전환",
  swapTo: (who) => `${who} 님과의 통화로 전환`,
  leave: (who) => `${who} 님과의 통화 종료`,
  said: {
    own: (who) => [who, " 님과의 통화를 보류했어요. 서로 보거나 들을 수 없어요."],
    theirs: (who) => [who, " 님이 통화를 보류했어요. 돌아올 때까지 아무도 나를 보거나 들을 수 없어요."],
    both: (who) => [who, " 님과 내가 모두 통화를 보류했어요. 둘 다 재개해야 해요."],
  },
  screenRests: "그동안 내 화면은 표시되지 않아요.",
  resumed: (who) => `${who} 님과의 통화로 돌아왔어요.`,
  heldEnded: (who) => `보류 중이던 ${who} 님과의 통화가 종료됐어요.`,
};
