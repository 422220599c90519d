/** What the screens of a call say while it is on, in Korean; with what is said of devices, of words, of screens and in the chat. */

import type { CallWords } from "../en/call.ts";

export { chat } from "./features/chat.ts";
export { comparison } from "./comparison.ts";
export { devices } from "./features/devices.ts";
export { draw } from "./features/draw.ts";
export { files } from "./features/files.ts";
export { hold } from "./features/hold.ts";
export { keyboard } from "./features/keyboard.ts";
export { media } from "./media.ts";
export { pictures } from "./features/pictures.ts";
export { preview } from "./features/preview.ts";
export { reactions } from "./features/reactions.ts";
export { screenShare } from "./features/screen_share.ts";

export const call: CallWords = {
  storageFull:
    "브라우저에 공간이 없어서 변경 사항이 이 탭을 닫을 때까지만 유지돼요. 유지하려면 기기의 공간을 확보하세요.",
  phase: {
    ringing: "벨이 울리는 중…",
    heldBack: "너무 자주 전화했어요. 가능해지면 벨이 울려요.",
    patient: "상대방의 페이지가 열려 있지 않아요. 계속 시도할게요.",
    about: "곧 전화를 걸어요…",
    calling: "전화 거는 중…",
    rejoining: "통화로 돌아가는 중…",
    video: "영상 통화",
    voice: "음성 통화",
    connected: "연결됨",
    away: "상대방이 돌아오길 기다리는 중…",
    connecting: "연결 중…",
    reconnecting: "다시 연결 중…",
    ended: "통화 종료됨",
  },
  state: {
    ringing: (who) => `벨이 울리는 중… ${who} 님이 받기를 기다리고 있어요.`,
    heldBack: (who) => `내 네트워크에서 짧은 시간에 ${who} 님에게 너무 자주 전화했어요. 가능해지면 벨이 울려요.`,
    patient: (who) => `${who} 님의 페이지가 열려 있지 않아요. 계속 시도할게요.`,
    about: (who) => `곧 ${who} 님에게 전화를 걸어요…`,
    calling: (who) => `${who} 님에게 전화 거는 중…`,
    rejoining: (who) => `${who} 님과의 통화로 돌아가는 중…`,
    video: (who) => `${who} 님이 영상 통화를 걸고 있어요.`,
    voice: (who) => `${who} 님이 전화를 걸고 있어요.`,
    away: (who) => `${who} 님이 한동안 응답이 없어요. 기다리거나 통화를 종료하세요.`,
    connecting: (who) => `${who} 님에게 연결 중…`,
    connected: (who) => `${who} 님과 연결됐어요.`,
    joining: (who) => `${who} 님이 곧 참여해요.`,
    reconnectingAway: (who) =>
      `다시 연결 중… ${who} 님이 한동안 응답이 없어요. 2분 동안 기다려요. 지금 통화를 종료해도 돼요.`,
    reconnecting: "다시 연결 중… 연결이 끊겼어요. 그대로 기다리면 자동으로 다시 연결돼요.",
    ended: "통화가 종료됐어요.",
  },
  title: {
    waiting: "전화가 오고 있어요…",
    outgoing: (who) => `${who} 님에게 전화 거는 중…`,
    incoming: (who) => `${who} 님의 전화…`,
    connected: (who) => `${who} 님과 통화 중`,
    reconnecting: (who) => `${who} 님에게 다시 연결 중…`,
    missed: (who) => `${who} 님의 부재중 전화`,
  },

  namedByLink: "링크에 적힌 이름이에요. 본인인지는 전화를 받으면 알 수 있어요.",
  otherUnderName: (who) => `${who} 님이 전에 쓰던 ID가 아니에요. 다른 사람이 이 이름을 쓰고 있을 수 있어요.`,
  askThem: "본인만 알 수 있는 것을 물어보세요.",
  compareToBeSure: "확실히 하려면 단어를 비교하세요.",
  itsThem: "본인이에요",
  neverTalked: "이 ID와 통화한 적이 없어요.",
  neverTalkedClaimed: "이 ID와 통화한 적이 없어요. 이름은 상대방이 직접 정한 거예요.",

  controls: "통화 제어",
  mute: "음소거",
  unmute: "음소거 해제",
  cameraOn: "카메라 켜기",
  cameraOff: "카메라 끄기",
  resting: "통화가 보류 중이에요. 통화를 재개하면 적용돼요.",
  cancel: "취소",
  hangUp: "통화 종료",
  more: "더보기",
  incomingCall: "전화 수신",
  accept: "받기",
  acceptWithoutVideo: "영상 없이 받기",
  decline: "거절",
  silence: "벨소리 끄기",
  ownPicture: "내 영상",
  ownPictureMoves: "내 영상, 화살표 키로 이동",
  remoteVideo: "상대방 영상",
  theirCameraOff: (who) => [who, " 님의 카메라가 꺼져 있어요"],
  joining: (who) => `${who} 님이 곧 참여해요`,
  theyAreMuted: (who) => [who, " 님이 음소거했어요"],
  waitsForTap: "탭해야 브라우저에서 통화가 재생돼요.",
  tapForSound: "탭해서 소리 켜기",
  featuresMissing: "페이지의 일부를 불러오지 못해서 빠진 기능이 있을 수 있어요.",
  tryAgain: "다시 시도",
  callAgain: "다시 전화하기",
  keepWaiting: "계속 기다리기",
  pageClosed: (who) => `${who} 님의 페이지가 닫혔어요. 기다리는 중…`,
  gone: (who) => `${who} 님이 나갔어요. 다시 전화하거나 계속 기다리세요.`,
  back: "뒤로",
};
