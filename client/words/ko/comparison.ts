/** What the panel for comparing words says, in Korean; `things.ts` has the words themselves. */

import type { ComparisonWords } from "../en/comparison.ts";

const waiting = "양쪽에서 단어를 가져오는 중…";

export const comparison: ComparisonWords = {
  verify: "본인 확인",
  verified: "확인됨",
  wouldCompare: (who) => [who, " 님이 단어를 비교하고 싶어 해요."],
  showWords: "단어 보기",
  compareWith: (who) => [who, " 님과 단어 비교"],
  close: "닫기",
  readAloud: "서로 단어를 읽어 주세요. 둘 다 같은 단어가 같은 순서로 있으면 중간에 아무도 없는 거예요.",
  orNumber: (number) => ["또는 다음 숫자를 비교하세요: ", number],
  differ: "달라요",
  match: "같아요",
  verifiedAt: (moment) => `확인한 ID예요(${moment})`,
  reallyDiffer: "전에 확인한 ID예요. 이제 단어가 정말 다르다면 중간에 누군가 있을 수 있어요. " +
    "통화가 종료되고 이 ID는 더 이상 확인된 것으로 표시되지 않아요.",
  stay: "돌아가기",
  end: "통화 종료",
  tryAgain: "다시 시도",
  phases: {
    idle: waiting,
    waiting,
    done: waiting,
    aborted: "상대방이 응답하지 않았어요. 통화를 유지하고 다시 시도하세요.",
    refused: "이 ID와의 비교가 한 시간 동안 세 번 중단됐어요. 중단될 때마다 중간에 있는 사람이 추측할 기회가 생겨요. " +
      "한 시간 기다렸다가 다시 전화해서 비교하세요.",
    broken: "상대방이 맞지 않는 데이터를 보냈어요. 이 통화를 믿지 마세요.",
  },
};
