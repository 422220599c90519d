/** What the first screen says, in Korean; with what every page says and why the server opens no socket. */

import type { FirstWords } from "../en/first.ts";
import { createPlural } from "../grammar/plurals.ts";

export { insecure } from "./insecure.ts";
export { page } from "./page.ts";
export { refusals } from "./refusals.ts";

const plural = createPlural("ko");

export const first: FirstWords = {
  untaken: (who, why) => `${who} 님이 전화했어요. ${why}`,
  tabLifetime: "브라우저가 이 페이지의 정보를 저장하지 않아서 이 ID는 탭을 닫을 때까지만 쓸 수 있어요. " +
    "계속 쓸 수 있는 ID를 받으려면 비공개 브라우징을 종료하세요.",
  framedLifetime: "다른 웹사이트 안에서는 ID가 다를 수 있어요.",
  unansweredLifetime: "브라우저 저장소가 응답하지 않아서 이 탭을 닫을 때까지 별도의 ID를 써요. " +
    "원래 ID를 되찾으려면 브라우저를 다시 시작하세요.",
  unread:
    "브라우저 저장소가 응답하지 않아서 이름과 부재중 전화를 표시할 수 없고, 변경 사항은 이 탭을 닫을 때까지만 유지돼요. " +
    "페이지를 새로고침하거나 브라우저를 다시 시작하세요.",
  damaged:
    "브라우저에 저장된 이 페이지의 정보 중 일부를 읽을 수 없어요. 이름, ‘내 IP 주소 숨기기’, 차단한 사람을 확인하세요.",
  reachable: "이 페이지가 열려 있는 동안 링크가 있는 사람은 누구나 전화할 수 있어요.",
  linkCopied: "링크를 복사했어요. 전화를 받고 싶은 사람에게 보내세요.",
  idCopied: "ID를 복사했어요. 전화를 받고 싶은 사람에게 보내세요.",
  copyByHand: "선택했어요. Ctrl + C(Mac에서는 ⌘ C)로 복사하세요.",
  unreadableId: "ID는 k7mq-2vhd-9xtr-w4pz-0b5n 같은 형식이에요.",
  emptyId: "상대방의 ID를 입력하거나 링크를 붙여넣으세요.",
  brokenLink: "링크가 완전하지 않아요. 다시 보내 달라고 하거나 상대방의 ID를 입력하세요.",
  ownId: "내 ID예요. 다른 사람이 이 ID로 전화해요.",
  hiddenAndNoRelay: "전화하려면 ‘내 IP 주소 숨기기’를 끄세요.",
  relayOnly: "통화가 릴레이를 거쳐요. 상대방에게 내 주소가 보이지 않아요.",
  noRelay: "릴레이가 필요한데 이 서버에는 없어요.",
  relayStuck: "이 서버에는 릴레이가 없어서 통화를 연결할 수 없어요. 전화하려면 이 설정을 끄세요.",
  blocked: "차단했어요. 이제 전화가 오지 않고, 상대방에게는 알리지 않아요.",

  language: "언어",
  unspoken: (name) => `언어(${name})를 불러오지 못했어요. 연결을 확인한 다음 다시 선택하세요.`,
  tagline: "브라우저에서 브라우저로, 종단간 암호화된 통화.",
  invitation: (id) => [id, " 님에게 전화할까요?"],
  byLink: "이 사람의 링크를 열었어요.",
  namedByLink: "링크에 적힌 이름이에요. 본인인지는 첫 통화 후에 알 수 있어요.",
  seesId: "상대방에게 내 ID가 표시돼요.",
  seesIdAndName: "상대방에게 내 ID와 이름이 표시돼요.",
  yourId: "내 ID",
  copy: "복사",
  copyLink: "링크 복사",
  shareLink: "링크 공유",
  qrCode: "QR 코드",
  scanMe: "스캔해서 나에게 전화하세요",
  closeQr: "닫기",
  qrMissing: "QR 코드를 불러오지 못했어요. 연결을 확인한 다음 페이지를 새로고침하세요.",
  callMe: "나에게 전화하세요",
  ringing: "수신 설정",
  people: "연락처와 기록",
  textToCopy: "복사할 텍스트",
  idOrLink: "ID 또는 링크",
  pasteOrType: "링크 붙여넣기 또는 ID 입력",
  call: "전화하기",
  yourName: "내 이름",
  nameUse: "통화하는 사람과 내 링크를 여는 사람에게 표시돼요.",
  optional: "선택사항",
  hideAddress: "내 IP 주소 숨기기",

  unverified: plural({
    other: (count) => `확인할 수 없는 전화 ${count}통이 와서 벨을 울리지 않았어요.`,
  }),
  untakenCount: plural({
    other: (count) => `전화 ${count}통이 왔지만 이 페이지에서는 받을 수 없어요.`,
  }),
  block: "차단",
};
