/** What the connection check says, in Korean. */

import type { CheckWords } from "../en/check.ts";

const browserImpossible = "이 브라우저에서는 여기서 통화할 수 없어서 테스트하지 않았어요.";
const untested = "서버가 무엇을 제공하는지 알려 주지 않아서 테스트하지 않았어요.";

export const check: CheckWords = {
  pageTitle: "연결 테스트 – 영상 통화",
  version: "페이지 버전",
  intro:
    "카메라, 마이크, 스피커와 통화가 갈 수 있는 모든 경로를 테스트해요. 15초 정도 걸리고, 카메라와 마이크를 켜며, " +
    "아무것도 녹화하지 않아요.",
  start: "시작",
  checking: "테스트 중…",
  again: "다시 테스트",
  yes: "예",
  no: "아니요",
  playAgain: "다시 재생",
  microphoneLevel: "마이크 음량",
  copyReport: "보고서 복사",
  report: "보고서",
  reportCopied: "보고서를 복사했어요. 주소는 들어 있지 않아요. 도와주는 사람에게 보내세요.",
  reportByHand: "아래 텍스트를 복사하세요. 주소는 들어 있지 않아요.",
  reportTitle: (at) => `연결 테스트, ${at} UTC`,
  reportBrowser: (browser) => `브라우저: ${browser}`,
  notChecked: "테스트하지 않음",
  reportRow: (check, found) => `${check}: ${found}`,
  reportVerdict: (title, sentences) => `${title}. ${sentences}`,
  groups: { browser: "브라우저", devices: "기기", network: "네트워크", calls: "통화" },
  titles: {
    "browser": "이 브라우저",
    "camera": "카메라",
    "microphone": "마이크",
    "speaker": "스피커",
    "socket": "서버 연결",
    "stun": "주소 조회(STUN)",
    "turn-udp": "릴레이(UDP)",
    "turn-tcp": "릴레이(TCP)",
    "turn-tls": "릴레이(TLS)",
    "direct": "이 브라우저 안의 통화",
    "relayed": "릴레이를 거친 통화",
  },
  activities: {
    "browser": "브라우저를 확인하는 중…",
    "camera": "카메라를 여는 중이에요. 브라우저가 물으면 허용하세요.",
    "microphone": "마이크를 확인하는 중이에요. 말해 보세요.",
    "speaker": "소리를 재생하는 중…",
    "socket": "서버에 확인하는 중…",
    "stun": "내 주소를 조회하는 중…",
    "turn-udp": "UDP로 릴레이에 확인하는 중…",
    "turn-tcp": "TCP로 릴레이에 확인하는 중…",
    "turn-tls": "TLS로 릴레이에 확인하는 중…",
    "direct": "이 브라우저 안에서 통화하는 중…",
    "relayed": "릴레이를 거쳐 통화하는 중…",
  },

  browser: {
    "works": ["통화할 수 있어요.", null],
    "insecure": [
      "페이지가 HTTPS 없이 열려서 여기서는 통화할 수 없어요.",
      "https:// 주소로 페이지를 열거나, 링크를 보낸 사람에게 그 주소를 요청하세요. 내 서버라면 앞에 HTTPS를 두거나 " +
      "localhost에서 페이지를 여세요.",
    ],
    "keyless": [
      "통화를 확인하는 데 쓰는 Ed25519 키를 지원하지 않아요.",
      "Chrome 또는 Edge 137, Firefox 129, Safari 17 이상을 사용하세요.",
    ],
    "no-webrtc": [
      "통화에 쓰는 WebRTC가 꺼져 있어요.",
      "브라우저 설정에서 켜거나, WebRTC를 차단하는 확장 프로그램을 끄거나, 다른 브라우저를 사용하세요.",
    ],
  },
  camera: {
    "works": ["작동해요.", null],
    "asked": ["브라우저가 아직 권한을 요청하고 있어요.", "창 위쪽에서 ‘허용’을 선택한 다음 다시 테스트하세요."],
    "silenced": ["시스템이 껐어요.", "스위치나 시스템 설정에서 켜세요."],
    "denied": ["이 페이지에서 차단됐어요.", "페이지 주소 옆에서 허용한 다음 다시 테스트하세요."],
    "not-found": ["카메라를 찾을 수 없어요.", "카메라를 연결한 다음 다시 테스트하세요."],
    "in-use": ["다른 프로그램이 쓰고 있어요.", "그 프로그램을 닫은 다음 다시 테스트하세요."],
    "insecure": [
      "카메라는 HTTPS 페이지에서만 쓸 수 있어요.",
      "https:// 주소로 이 페이지를 여세요.",
    ],
    "failed": ["시작되지 않았어요.", "뺐다가 다시 연결한 다음 다시 테스트하세요."],
  },
  microphone: {
    "works": ["내 소리가 들려요.", null],
    "silent": [
      "켜져 있지만 소리가 들어오지 않았어요.",
      "말하면서 막대를 보세요. 움직이지 않으면 마이크의 음소거를 해제하거나 시스템 설정에서 다른 마이크를 선택하세요.",
    ],
    "unmeasured": ["켜져 있어요. 이 브라우저는 음량을 알려 주지 않아요.", null],
    "asked": ["브라우저가 아직 권한을 요청하고 있어요.", "창 위쪽에서 ‘허용’을 선택한 다음 다시 테스트하세요."],
    "silenced": ["시스템이 껐어요.", "스위치나 시스템 설정에서 켜세요."],
    "denied": ["이 페이지에서 차단됐어요.", "페이지 주소 옆에서 허용한 다음 다시 테스트하세요."],
    "not-found": ["마이크를 찾을 수 없어요.", "마이크를 연결한 다음 다시 테스트하세요."],
    "in-use": ["다른 프로그램이 쓰고 있어요.", "그 프로그램을 닫은 다음 다시 테스트하세요."],
    "insecure": [
      "마이크는 HTTPS 페이지에서만 쓸 수 있어요.",
      "https:// 주소로 이 페이지를 여세요.",
    ],
    "failed": ["시작되지 않았어요.", "뺐다가 다시 연결한 다음 다시 테스트하세요."],
  },
  speaker: {
    "works": ["소리를 들었어요.", null],
    "not-heard": [
      "소리를 듣지 못했어요.",
      "음량을 높이고, 시스템 설정에서 올바른 스피커나 헤드폰을 선택하세요.",
    ],
    "failed": [
      "브라우저가 소리를 재생하지 않았어요.",
      "스피커를 연결하거나 이 페이지의 소리를 허용한 다음 다시 테스트하세요.",
    ],
    "unanswered": ["소리를 들었나요?", null],
  },
  socket: {
    works: "작동해요.",
    worksWithin: (roundTrip) => `작동해요. 왕복 ${roundTrip}.`,
    "refused": [
      "서버가 이 페이지를 받아들이지 않았어요.",
      "1분 후에 다시 시도하거나 서버 관리자에게 확인해 달라고 하세요.",
    ],
    "other-host": [
      "서버의 이름이 주소창의 이름과 달라요.",
      "원래 주소로 페이지를 열거나, 서버 관리자에게 PUBLIC_HOST를 이 이름으로 설정하거나 프록시가 Host 헤더를 전달하게 해 달라고 하세요.",
    ],
    unreachable: ["서버가 응답하지 않아요.", "네트워크를 확인한 다음 다시 테스트하세요."],
    startIt: "1분 후에 다시 테스트하거나 서버 관리자에게 서버를 시작해 달라고 하세요.",
    cutEverywhere:
      "VPN이나 프록시를 끄거나 다른 네트워크를 사용해 보세요. 어디서나 이러면 서버 관리자에게 프록시가 WebSocket을 " +
      "전달하게 해 달라고 하세요.",
    laterAgain: "1분 후에 다시 테스트하세요.",
  },
  stun: {
    "works": ["작동해요. 다른 사람이 나에게 오는 경로를 찾을 수 있어요.", null],
    "not-offered": [
      "이 서버에는 없어요. 같은 네트워크 안이나 릴레이를 통해서만 통화가 연결돼요.",
      "서버 관리자에게 STUN_PORT 또는 STUN_URLS를 설정해 달라고 하세요.",
    ],
    "no-answer": [
      "응답이 없어요. 이 네트워크가 UDP를 차단하는 것일 수 있어요.",
      "다른 네트워크를 사용해 보거나 릴레이를 이용하세요.",
    ],
    "untested": [untested, null],
    "impossible": [browserImpossible, null],
    "same-machine": ["서버가 바로 이 컴퓨터에서 실행되고 있어서 테스트하지 않았어요.", null],
  },
  turn: {
    "works": ["작동해요.", null],
    "not-offered": ["이 서버에는 없어요.", null],
    "refused": [
      "릴레이가 이 서버의 인증 정보를 거부했어요.",
      "서버 관리자에게 TURN_SECRET을 릴레이의 비밀 값으로 설정하고 시계를 맞춰 달라고 하세요.",
    ],
    "full": ["지금은 릴레이에 자리가 없어요.", "나중에 다시 시도하세요."],
    "untested": [untested, null],
    "impossible": [browserImpossible, null],
  },
  turnSilent: (protocol) => `${protocol}: 응답이 없어요.`,
  turnSilentNext: {
    UDP: "이 네트워크가 차단하거나 릴레이가 UDP를 제공하지 않는 것일 수 있어요. 다른 네트워크를 사용해 보세요.",
    TCP: "이 네트워크가 차단하거나 릴레이가 TCP를 제공하지 않는 것일 수 있어요. 다른 네트워크를 사용해 보세요.",
    TLS: "이 네트워크가 차단하거나 릴레이의 인증서가 유효하지 않은 것일 수 있어요. 다른 네트워크를 사용해 보세요.",
  },
  flow: {
    works: (measure) => `연결돼요: ${measure}.`,
    poor: (measure) => `연결되지만 품질이 나빠요: ${measure}.`,
    over: (rate, protocol) => `${rate}(${protocol})`,
    nothingLost: "손실 없음",
    lost: (share) => `손실 ${share}`,
    thereAndBack: (roundTrip) => `왕복 ${roundTrip}`,
    directPoor: "다른 프로그램과 탭을 닫은 다음 다시 테스트하세요.",
    relayedPoor: "공유기에 더 가까이 가거나 케이블을 사용한 다음 다시 테스트하세요.",
    directFailed: [
      "이 브라우저는 연결할 수 없어요.",
      "WebRTC를 차단하는 확장 프로그램과 설정을 끄거나 다른 브라우저를 사용하세요.",
    ],
    relayedFailed: [
      "릴레이를 거친 통화가 연결되지 않았어요.",
      "서버 관리자에게 릴레이가 무엇을 금지하는지 확인해 달라고 하세요.",
    ],
    notOffered: ["이 서버에는 릴레이가 없어요.", "서버 관리자에게 릴레이를 추가해 달라고 하세요."],
    untested: ["릴레이를 쓸 수 없어서 테스트하지 않았어요.", null],
    impossible: [browserImpossible, null],
  },

  verdict: {
    canCall: "통화할 수 있어요",
    notNow: "지금은 통화할 수 없어요",
    notFromPage: "이 페이지에서는 통화할 수 없어요",
    notFromBrowser: "이 브라우저에서는 통화할 수 없어요",
    notHidden: "IP 주소를 숨기는 동안에는 통화가 연결되지 않아요",
    likelyFail: "이 네트워크에서는 통화가 안 될 가능성이 높아요",
    seeBelow: "아래에서 해결 방법을 확인하세요.",
    noConnection:
      "이 브라우저는 자기 자신에게도 연결할 수 없어요. WebRTC를 차단하는 확장 프로그램과 설정을 끄거나 다른 브라우저를 사용하세요.",
    orDontHide: "또는 첫 화면에서 ‘내 IP 주소 숨기기’를 끄세요.",
    blocksUdp: "이 네트워크가 직접 통화에 필요한 UDP를 차단하는 것 같아요. 다른 네트워크를 사용해 보세요.",
    noStun: "다른 네트워크와의 통화는 대부분 연결되지 않아요. 이 서버에 STUN이 없어요.",
    mayFail: "제한이 엄격한 네트워크에서는 통화가 안 될 수 있어요.",
    aroundBlock: (protocol) => `이 네트워크가 UDP를 차단하는 것 같아서 통화가 릴레이(${protocol})를 거쳐요.`,
    onlyRelay: "이 브라우저는 직접 연결할 수 없어서 통화가 릴레이를 거쳐요.",
    aroundBlocks: (protocol) => `UDP를 차단하는 네트워크에서는 통화가 릴레이(${protocol})를 거쳐요.`,
    relayOverUdp: "직접 경로가 없으면 릴레이를 거쳐요. UDP를 차단하는 네트워크에서는 통화가 안 돼요.",
    offerTcp: "서버 관리자에게 릴레이를 TCP로도 제공해 달라고 하세요.",
    slowRelay: "릴레이를 거치는 경로가 느리거나 패킷이 손실돼요. 공유기에 더 가까이 가거나 케이블을 사용하세요.",
    noRelay: "이 서버에는 릴레이가 없어요. 서버 관리자에게 릴레이를 추가해 달라고 하세요.",
    relayRefuses: "릴레이가 이 서버의 인증 정보를 거부해요. " +
      "서버 관리자에게 TURN_SECRET을 릴레이의 비밀 값으로 설정해 달라고 하세요.",
    relayFull: "릴레이에 자리가 없어요. 나중에 다시 시도하거나 서버 관리자에게 늘려 달라고 하세요.",
    relaySilent: "릴레이가 응답하지 않아요. 다른 네트워크를 사용해 보거나 서버 관리자에게 확인해 달라고 하세요.",
    relayForbids: "릴레이가 통화를 통과시키지 않아요. 서버 관리자에게 무엇을 금지하는지 확인해 달라고 하세요.",
    unseenAndUnheard: "상대방이 나를 보거나 들을 수 없어요. 아래의 카메라와 마이크를 확인하세요.",
    unseen: "상대방이 나를 볼 수 없어요. 아래의 카메라를 확인하세요.",
    silent: "상대방이 내 소리를 듣지 못할 수 있어요. 마이크에 소리가 들어오지 않았어요.",
    unheard: "상대방이 내 소리를 들을 수 없어요. 아래의 마이크를 확인하세요.",
    deaf: "상대방의 소리가 들리지 않을 수 있어요. 아래의 스피커를 확인하세요.",
  },
};
