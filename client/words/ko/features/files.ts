/** What is said of files that two people send each other, in Korean. */

import type { FilesWords } from "../../en/features/files.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("ko");

export const files: FilesWords = {
  title: "파일",
  close: "파일 창 닫기",
  send: "파일 보내기",
  sendFolder: "폴더 보내기",
  drop: (who) => `여기에 놓아 ${who} 님에게 파일 보내기`,
  empty: "파일을 선택하거나 여기에 놓거나 붙여넣으세요. 상대방이 수락하면 브라우저로 바로 전송돼요.",
  tooMany: "한 번에 보내기에는 너무 많아요. 파일 1,000개, 64 GB까지 보내거나 진행 중인 전송이 끝날 때까지 기다리세요.",
  offered: (who, what, size) => `${who} 님이 보내려는 파일: ${what} (${size}).`,
  count: plural({
    other: (count) => `파일 ${count}개`,
  }),
  accept: "파일 받기",
  decline: "거절",
  pause: "전송 일시중지",
  resume: "전송 재개",
  cancel: "전송 취소",
  save: "저장",
  remove: "목록에서 삭제",
  youSend: "보내는 파일:",
  theySend: (who) => `${who} 님이 보내는 파일:`,
  waiting: (who) => `${who} 님의 수락을 기다리는 중`,
  ofAll: (done, all) => `${all} 중 ${done}`,
  eachSecond: (size) => `초당 ${size}`,
  left: (duration) => `${duration} 남음`,
  paused: "일시중지됨",
  interrupted: (who) => `중단됐어요. ${who} 님이 돌아오고 파일이 열려 있으면 다시 시작해요.`,
  unsaved: (who) => `${who} 님이 저장하기를 기다리는 중`,
  sent: "보냄",
  received: "받았어요. 나가기 전에 저장하세요.",
  saved: "저장됨",
  declined: (who) => `${who} 님이 거절했어요.`,
  cancelled: "취소됨",
  problems: {
    "no-room": "이 기기에 공간이 없어요. 공간을 확보한 다음 다시 받으세요.",
    memory:
      "이 브라우저는 여기서 256 MB까지만 받을 수 있어요. 다른 브라우저나 비공개 브라우징이 아닌 창에서 페이지를 여세요.",
    storage: "저장하지 못했어요. 기기의 공간을 확보한 다음 다시 시도하세요.",
    unasked: "브라우저가 저장할 위치를 물어볼 수 없었어요. 다시 누르면 다운로드해요.",
    unreadable: "파일이 이동되거나 변경됐어요. 다시 선택하세요.",
    corrupt: "파일이 손상됐어요. 다시 보내 달라고 하세요.",
    unavailable: "보내지 못했어요. 다시 시도하거나 상대방에게 페이지를 새로고침해 달라고 하세요.",
  },
  underWay: (what, share) => `${what}: ${share} 완료`,
};
