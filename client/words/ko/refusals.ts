/** What keeps the server from opening a socket, and what to do about it, in Korean. */

import type { RefusalWords } from "../en/refusals.ts";

export const refusals: RefusalWords = {
  causes: {
    "origin-not-listed": [
      "서버가 이 주소의 페이지를 받아들이지 않아요.",
      "원래 주소로 페이지를 열거나, 서버 관리자에게 이 주소를 ALLOWED_ORIGINS에 추가해 달라고 하세요.",
    ],
    "host-not-listed": [
      "서버가 이 주소를 인식하지 못해요.",
      "원래 주소로 페이지를 열거나, 서버 관리자에게 이 주소를 PUBLIC_HOST에 추가해 달라고 하세요.",
    ],
    "host-differs": [
      "프록시가 이 페이지의 주소를 서버에 숨겨서 서버가 전화를 받지 않아요.",
      "원래 주소로 페이지를 열거나, 서버 관리자에게 프록시가 Host 헤더를 전달하게 해 달라고 하세요.",
    ],
    "not-https": [
      "이 페이지는 HTTP로 열렸는데, 서버는 HTTPS만 받아요.",
      "https:// 주소로 페이지를 여세요.",
    ],
    "sockets": ["내 네트워크에서 열 수 있는 이 서버의 페이지 수가 한도에 도달했어요. 몇 개를 닫거나 기다리세요.", null],
    "handshakes": ["최근 내 네트워크에서 이 서버에 너무 많이 연결했어요.", null],
    "server-full": ["지금은 서버가 가득 찼어요.", null],
    "server-stopping": ["서버가 다시 시작하고 있어요.", null],
    "upgrade-lost": [
      "서버는 응답하지만 중간의 프록시가 WebSocket을 통과시키지 않아요.",
      "다른 네트워크를 사용해 보거나, 서버 관리자에게 프록시가 Upgrade 헤더를 전달하게 해 달라고 하세요.",
    ],
    "cut": [
      "서버는 응답하지만 중간에서 무언가가 WebSocket을 끊어요.",
      "VPN이나 프록시를 끄거나 다른 네트워크를 사용해 보세요.",
    ],
    "server-away": ["프록시 뒤에서 서버가 실행되고 있지 않아요.", null],
    "stranger": ["중간에서 무언가가 서버 대신 응답하고 있어요.", "다른 네트워크를 사용해 보세요."],
    "unreachable": ["서버에 연결할 수 없어요.", null],
    "offline": ["오프라인 상태예요.", null],
  },
  stay: "그대로 기다리면 자동으로 이어져요.",
};
