/** What is said of how good a call's connection is, and its details, in Korean. */

import type { DetailWords, QualityWords } from "../../en/features/quality.ts";

export const quality: QualityWords = {
  title: "연결",
  levels: ["연결이 매우 나쁨", "연결이 나쁨", "연결이 보통", "연결이 좋음"],
  losing: {
    own: "내 연결에서 소리가 끊기고 있어요.",
    theirs: (who) => `${who} 님의 연결에서 소리가 끊기고 있어요.`,
    both: "연결에서 소리가 끊기고 있어요.",
  },
  slow: {
    own: "내 연결이 느려요.",
    theirs: (who) => `${who} 님의 연결이 느려요.`,
    both: "연결이 느려요.",
  },
  busy: {
    own: "이 기기가 따라가지 못하고 있어요.",
    theirs: (who) => `${who} 님의 기기가 따라가지 못하고 있어요.`,
  },
  directBy: (protocol) => `직접 연결(${protocol})`,
  relayedBy: (protocol) => `릴레이 연결(${protocol})`,
};

export const details: DetailWords = {
  received: "받는 중",
  sent: "보내는 중",
  roundTrip: "왕복 시간",
  delay: "지연",
  lost: "손실된 소리",
  picture: "영상",
  rate: "데이터 속도",
  repeats: "반복한 소리",
  path: "경로",
  codecs: "코덱",
  encryption: "암호화",
  close: "닫기",
  kept: "최근 통화가 어땠는지는 이름 없이 이 기기에 남아요.",
  exportRecords: "내보내기",
  deleteRecords: "삭제",
};
