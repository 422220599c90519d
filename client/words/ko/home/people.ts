/** What the list of people says, in Korean. */

import type { PeopleWords } from "../../en/home/people.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("ko");

export const people: PeopleWords = {
  file: "연락처 파일",
  search: "이름이나 ID로 검색",
  noneFound: "이 이름이나 ID를 가진 사람이 없어요.",
  missedCalls: "부재중 전화",
  clear: "지우기",
  strangers: "모르는 사람",
  others: "연락처와 최근 통화",
  showMore: "더 보기",
  callBack: "다시 걸기",
  callBackTo: (who) => `${who} 님에게 다시 걸기`,
  videoCall: "영상 통화",
  videoCallTo: (who) => `${who} 님에게 영상 통화`,
  voiceCall: "음성 통화",
  voiceCallTo: (who) => `${who} 님에게 음성 통화`,
  moreOf: (who) => `${who} 님 정보 더 보기`,
  claimed: (name) => `“${name}”`,
  callCount: plural({ other: (count) => `전화 ${count}통` }),
  online: "온라인",
  verified: "확인됨",
  contact: "연락처",
  saveContact: "연락처 저장",
  removeContact: "연락처에서 제거",
  yourName: "내가 부르는 이름",
  yourNameNote: "나에게만 보여요.",
  mute: "알림 끄기",
  muteNote: "이 사람의 전화는 벨이 울리지 않아요. 부재중 전화에서 볼 수 있어요.",
  notMuted: "알림 켜짐",
  forAnHour: "1시간 동안",
  untilTomorrow: "내일 아침까지",
  always: "다시 켤 때까지",
  muted: "알림 꺼짐",
  mutedUntil: (time) => `${time}까지 알림 꺼짐`,
  forget: "삭제",
  forgetAsk: (who) => `${who} 님을 이 기기에서 삭제할까요? 다음 전화는 모르는 사람의 전화로 표시돼요.`,
  cancel: "취소",
  done: "완료",
  didNotLoad: "불러오지 못했어요. 연결을 확인하고 다시 시도하세요.",
  unblock: "차단 해제",
  unblockThem: (who) => `${who} 님 차단 해제`,
  blockedCount: (count) => `차단됨(${count})`,
};
