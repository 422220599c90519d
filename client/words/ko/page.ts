/** What every page says, in Korean. */

import type { PageWords } from "../en/page.ts";

export const page: PageWords = {
  title: "영상 통화",
  check: "연결 테스트",
  yourVideo: "내 영상",
  status: {
    "insecure": "이 페이지에서는 통화할 수 없어요. HTTPS 없이 열렸어요.",
    "keyless": "이 브라우저에서는 통화할 수 없어요. Ed25519 키를 지원하지 않아요. " +
      "Chrome 또는 Edge 137, Firefox 129, Safari 17 이상을 사용하세요.",
    "no-webrtc": "이 브라우저에서는 통화할 수 없어요. WebRTC가 꺼져 있어요. 켜거나 다른 브라우저를 사용하세요.",
    "connecting": "서버에 연결 중…",
    "registered": "통화 가능",
    "lost": "서버에 연결할 수 없어요. 다시 시도 중…",
    "refused": "서버가 이 주소를 인식하지 못해요. 원래 주소로 페이지를 여세요. 다시 시도 중…",
    "limited": "내 네트워크에서 이 서버로 보내는 요청이 너무 많아요. 그대로 기다리면 잠시 후 자동으로 이어져요.",
    "replaced": "너무 많은 탭에서 열려 있어요. 이 탭은 다시 돌아올 때까지 일시중지돼요.",
    "incomplete": "페이지를 모두 불러오지 못했어요. 전화를 걸고 받으려면 새로고침하세요.",
  },
};
