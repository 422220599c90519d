/** What is said of a call that is over, in Korean: what happened, for how long, and what to do next. */

import type { EndWords } from "../en/ends.ts";

export { details, quality } from "./features/quality.ts";
export { leftCall } from "./home/left_call.ts";

export const ends: EndWords = {
  title: {
    ended: "통화 종료됨",
    cancelled: "전화 취소됨",
    missed: "부재중 전화",
    tooLate: "먼저 끊긴 전화",
    declined: "거절된 전화",
    busy: "다른 통화 중",
    unanswered: "응답 없음",
    answeredElsewhere: "다른 곳에서 받음",
    declinedElsewhere: "다른 곳에서 거절함",
    unavailable: "연결할 수 없음",
    heldBack: "너무 자주 전화함",
    impossible: "통화할 수 없음",
    offline: "전화를 걸지 못함",
    stopped: "통화 중단됨",
    lost: "연결 끊김",
    failed: "연결하지 못함",
  },
  aloud: (title, sentence) => `${title}. ${sentence}`,

  talked: (who, duration) => `${who} 님과 ${duration} 동안 통화했어요.`,
  hungUpEarly: "연결되기 전에 통화를 종료했어요.",
  theyHungUpEarly: (who) => `연결되기 전에 ${who} 님이 전화를 끊었어요. 다시 걸어 보세요.`,
  cancelled: (who) => `${who} 님이 받기 전에 전화를 취소했어요.`,
  missed: (who, at) => at === null ? `${who} 님이 전화했어요.` : `${at}에 ${who} 님이 전화했어요.`,
  callToReach: "통화하려면 다시 거세요.",
  vanished: (who, at) =>
    at === null
      ? `${who} 님이 전화했지만 받기 전에 끊겼어요. 통화하려면 다시 거세요.`
      : `${at}에 ${who} 님이 전화했지만 받기 전에 끊겼어요. 통화하려면 다시 거세요.`,
  tooLate: (who) => `전화를 받았지만 ${who} 님이 먼저 끊었어요. 통화하려면 다시 거세요.`,
  theyDeclined: (who) => `${who} 님이 지금 통화할 수 없어요. 나중에 다시 걸어 보세요.`,
  youDeclined: (who) => `${who} 님의 전화를 거절했어요. 편할 때 다시 거세요.`,
  theyWereBusy: (who) => `${who} 님이 다른 통화 중이에요. 몇 분 후에 다시 걸어 보세요.`,
  youWereBusy: "다른 통화 중이었어요.",
  unanswered: (who, at) =>
    at === null
      ? `${who} 님이 전화를 받지 않았어요. 나중에 다시 걸어 보세요.`
      : `${who} 님이 ${at}에 건 전화를 받지 않았어요. 나중에 다시 걸어 보세요.`,
  answeredElsewhere: (who) => `${who} 님의 전화를 다른 탭이나 기기에서 받았어요.`,
  declinedElsewhere: (who) => `${who} 님의 전화를 다른 탭이나 기기에서 거절했어요.`,
  unavailable: (who) => `지금은 ${who} 님에게 연결할 수 없어요. 다시 걸거나 내 링크를 보내세요.`,
  heldBack: (who) => `내 네트워크에서 짧은 시간에 ${who} 님에게 너무 자주 전화했어요. 1분 후에 다시 거세요.`,
  unsupported: (who) =>
    `${who} 님의 브라우저는 전화를 받을 수 없어요. 연결 테스트에서 이유를 확인하거나 다른 브라우저를 쓰라고 알려 주세요.`,
  incompatible: (who) =>
    `내 브라우저와 ${who} 님의 브라우저가 연결 방식을 맞추지 못했어요. 둘 다 업데이트하거나 다른 브라우저를 사용해 보세요.`,
  noWebRtc: "브라우저에서 WebRTC가 꺼져 있어서 통화할 수 없어요. 켜거나 다른 브라우저에서 다시 거세요.",
  unprepared: "브라우저가 통화를 준비하지 못했어요. " +
    "페이지를 새로고침한 다음 다시 걸거나 다른 브라우저를 사용하세요.",
  offline: (who) =>
    `페이지가 서버에 연결되어 있지 않아서 ${who} 님에게 전화가 가지 않았어요. 네트워크를 확인하고 다시 거세요.`,
  keyless: "이 페이지에는 내가 건 전화임을 증명할 키가 없어요. " +
    "최신 브라우저에서 https:// 주소로 페이지를 열고 다시 거세요.",
  changed: (who) => `${who} 님의 브라우저가 보낸 내용을 중간에서 누군가 바꿔서 통화를 중단했어요.`,
  overAnotherNetwork: "다른 네트워크로 다시 거세요.",
  unsigned: (who) =>
    `응답에 ${who} 님의 서명이 없어요. 중간에서 누군가 바꿨을 수 있어요. 영상이나 소리는 전달되지 않았어요. ` +
    "상대방에게 페이지를 새로고침해 달라고 하고 다시 거세요. 또 이러면 다른 네트워크나 다른 서버를 사용하세요.",
  otherKey: (who) =>
    `${who} 님의 ID로 온 전화지만 키가 달라요. 본인의 전화가 아니에요. ` +
    "다른 방법으로 연락하고, 이 ID에서 오는 전화는 받지 마세요.",
  remoteUnverified: (who) =>
    `${who} 님의 브라우저가 내가 건 전화임을 확인하지 못해서 통화를 중단했어요. ` +
    "페이지를 새로고침하고 다시 거세요. 또 이러면 다른 네트워크를 사용하세요.",
  theyFoundDiffering: (who) =>
    `${who} 님이 중간에 누군가 있을 수 있다는 것을 발견했어요. 통화 내용을 믿지 마세요. ` +
    "다른 네트워크로 전화하거나 다른 방법으로 연락하세요.",
  wordsDiffered: (who) =>
    `단어가 일치하지 않아요. ${who} 님과 나 사이에 누군가 있을 수 있어요. 통화 내용을 믿지 마세요. ` +
    "다른 네트워크로 전화하거나 다른 방법으로 연락하세요.",
  flooded: (who) =>
    `${who} 님의 브라우저가 통화에 필요한 것보다 훨씬 많은 데이터를 보내서 통화를 중단했어요. ` +
    "계속 통화하려면 상대방에게 페이지를 새로고침해 달라고 하고 다시 거세요.",
  remoteFlooded: (who) =>
    `내 브라우저가 통화에 필요한 것보다 훨씬 많은 데이터를 보내서 ${who} 님의 브라우저가 통화를 중단했어요. ` +
    "페이지를 새로고침하고 다시 거세요.",
  lost: (who) => `${who} 님과의 연결이 복구되지 않았어요.`,
  checkNetwork: "네트워크를 확인하고 다시 거세요.",
  pageGone: (who) => `${who} 님의 페이지가 닫히거나 새로고침됐어요.`,
  callToGoOn: "계속하려면 다시 거세요.",
  over: (who) => `${who} 님이 통화를 종료했어요. 통화하려면 다시 거세요.`,
  keepTrying: "계속 시도",
  saveContact: "연락처 저장",
  contactSaved: "연락처에 저장했어요",

  noConnection: (who) => `${who} 님에게 연결하지 못했어요.`,
  foundHere: {
    "no-path": (who) => `${who} 님에게 연결하지 못했어요. 내 브라우저가 릴레이를 포함해 어떤 경로도 찾지 못했어요.`,
    "no-path-and-no-relay": (who) =>
      `${who} 님에게 연결하지 못했어요. 내 브라우저가 직접 경로를 찾지 못했고, 이 서버에는 릴레이가 없어요.`,
    "relay-refused": (who) => `${who} 님에게 연결하지 못했어요. 릴레이가 내 브라우저를 거부했어요.`,
    "relay-unreachable": (who) => `${who} 님에게 연결하지 못했어요. 내 브라우저가 릴레이의 응답을 받지 못했어요.`,
    "relay-only-and-no-relay": (who) =>
      `${who} 님에게 연결하지 못했어요. 내 브라우저는 릴레이만 쓸 수 있는데, 이 서버에는 릴레이가 없어요.`,
    "peer-silent": (who) => `${who} 님에게 연결하지 못했어요. 내 브라우저가 상대방에게서 아무것도 받지 못했어요.`,
  },
  foundThere: {
    "no-path": (who) => `${who} 님의 브라우저가 릴레이를 포함해 어떤 경로도 찾지 못했어요.`,
    "no-path-and-no-relay": (who) => `${who} 님의 브라우저가 직접 경로를 찾지 못했고, 이 서버에는 릴레이가 없어요.`,
    "relay-refused": (who) => `릴레이가 ${who} 님의 브라우저를 거부했어요.`,
    "relay-unreachable": (who) => `${who} 님의 브라우저가 릴레이의 응답을 받지 못했어요.`,
    "relay-only-and-no-relay": (who) => `${who} 님의 브라우저는 릴레이만 쓸 수 있는데, 이 서버에는 릴레이가 없어요.`,
    "peer-silent": (who) => `${who} 님의 브라우저가 내 쪽에서 아무것도 받지 못했어요.`,
  },
  tryNetwork: "다른 네트워크를 사용해 보세요.",
  tryNetworkOrAsk: "다른 네트워크를 사용해 보거나 서버 관리자에게 릴레이에 대해 문의하세요.",
  showAddressOrAsk: "‘내 IP 주소 숨기기’를 끄거나 서버 관리자에게 릴레이에 대해 문의하세요.",
};
