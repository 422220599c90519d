/** What the chat of a call says, in Korean. */

import type { ChatWords } from "../../en/features/chat.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("ko");

export const chat: ChatWords = {
  title: "채팅",
  close: "채팅 닫기",
  message: "메시지",
  send: "보내기",
  sendAgain: "다시 보내기",
  empty: "메시지는 상대방의 브라우저로 바로 전달돼요. 둘 다 저장하지 않으면 통화에서 나갈 때 사라져요.",
  options: "채팅 옵션",
  keep: "이 채팅 저장",
  keepNote: "둘 다 켜 두면 새 메시지가 이 기기에 저장돼요. 사진은 저장되지 않아요.",
  keepAsked: (who) => [who, " 님이 이 채팅을 저장하고 싶어 해요. 채팅 옵션에서 켤 수 있어요."],
  keepAlone: (who) => [who, " 님도 켤 때까지 새 메시지는 저장되지 않아요."],
  keepBoth: "서로 쓴 내용이 각자의 기기에 저장돼요.",
  deleteKept: plural({
    other: (count) => `이 기기에서 저장된 메시지 ${count}개 삭제`,
  }),
  lacking: (who) => [who, " 님의 페이지는 채팅이 없는 이전 버전이에요. 새로고침해 달라고 하세요."],
  earlier: "이전 통화",
  thisCall: "이번 통화",
  olderGone: "더 오래된 메시지는 표시되지 않아요.",
  isTyping: (who) => [who, " 님이 입력 중…"],
  live: "실시간 텍스트",
  liveOption: "입력하는 글자가 상대방에게 바로 보여요.",
  liveNote: "입력하는 글자를 상대방이 바로 볼 수 있어요.",
  typed: (who, text) => `${who} 님이 입력 중: ${text}`,
  youWrote: "나:",
  theyWrote: (who) => [who, " 님:"],
  onItsWay: "보내는 중…",
  delivered: "전송됨",
  notSent: "보내지 못했어요.",
  tooLong: plural({
    other: (count) => `${count}자 초과`,
  }),
  unread: plural({
    other: (count) => `읽지 않은 메시지 ${count}개`,
  }),
  picture: "사진",
  showPicture: "사진 보기",
  openPicture: "사진 열기",
  closePicture: "사진 닫기",
  pictureProblems: {
    unreadable: "이 사진을 읽을 수 없어서 보내지 않았어요.",
    "too-large": "사진이 너무 커요. 파일로 보내세요.",
    unavailable: "보내지 못했어요.",
    unshowable: "이 사진은 여기에 표시할 수 없어요.",
    "too-many": "한 번에 보내기에는 사진이 너무 많아요. 일부는 빠졌어요.",
  },
  newMessage: (who, text) => `${who} 님의 새 메시지: ${text}`,
};
