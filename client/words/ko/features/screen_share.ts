/** What is said of sharing the screen, in Korean. */

import type { ScreenShareWords } from "../../en/features/screen_share.ts";

export const screenShare: ScreenShareWords = {
  share: "화면 공유",
  stop: "공유 중지",
  swap: "영상 바꾸기",
  sharedScreen: "공유된 화면",
  sharing: "화면을 공유하고 있어요.",
  sharingWithSound: "화면과 소리를 공유하고 있어요.",
  stopped: "화면 공유를 중지했어요.",
  theyShare: (who) => `${who} 님이 화면을 공유하고 있어요.`,
  theyStopped: (who) => `${who} 님이 화면 공유를 중지했어요.`,
  moving: "부드러운 움직임",
  zoomIn: "확대",
  zoomOut: "축소",
  zoomWhole: "화면에 맞추기",
  zoomed: (percent) => `공유된 화면을 ${percent}%로 표시하고 있어요.`,
  problems: {
    blocked: "이 브라우저에 화면 기록 권한이 없어요. 시스템의 개인정보 보호 설정에서 허용한 다음 다시 공유하세요.",
    nothing: "공유할 것이 없어요. 보여 주려는 창을 연 다음 다시 공유하세요.",
    failed: "화면을 공유하지 못했어요. 다시 공유하고 창이나 탭을 선택하세요.",
  },
};
