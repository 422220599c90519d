/** What is said of ringing, and of when there is none, in Korean. */

import type { RingingWords } from "../../en/home/ringing.ts";

export const ringing: RingingWords = {
  quiet: "방해 금지 모드가 켜져 있어요.",
  quietUntil: (time) => `${time}까지 방해 금지 모드예요.`,
  tapOnce: "이 페이지에서 벨이 울릴 수 있게 한 번 탭하세요.",
  didNotLoad: "설정을 불러오지 못했어요. 연결을 확인한 다음 다시 시도하세요.",
  done: "완료",

  doNotDisturb: "방해 금지 모드",
  whatQuietIs: "전화가 와도 소리가 나지 않고 화면을 가리지 않아요. 부재중 전화에서 볼 수 있어요.",
  forAnHour: "1시간 동안",
  daily: "매일",
  from: "시작",
  to: "종료",
  noTime: "시작과 종료 시간이 같아서 아무것도 바뀌지 않아요.",

  tone: "벨소리",
  tones: { classic: "클래식", chimes: "차임벨", drops: "물방울", telephone: "전화기" },
  testRing: "벨소리 들어 보기",
  toneNote: "기기에 설정된 음량으로 울려요.",
  heard: "지금 벨소리가 들려야 해요. 들리지 않으면 기기의 음량을 높이세요.",
  unheard: "브라우저가 이 페이지의 벨소리를 막고 있어요. 사이트 설정에서 소리를 허용하고 스피커를 확인하세요.",

  notify: "알림 받기",
  notifyNote: "다른 것을 보고 있을 때 전화가 오면 알림을 받아요.",
  notified: "이 페이지가 열려 있으면 전화가 올 때 알림을 받아요.",
  notifyDenied: "브라우저가 이 페이지의 알림을 차단하고 있어요. 사이트 설정에서 허용한 다음 새로고침하세요.",
  notifyUnable: "이 브라우저는 이런 페이지의 알림을 표시하지 않아요. 페이지가 열려 있으면 벨은 울려요.",
  missedStranger: "모르는 사람의 부재중 전화",
};
