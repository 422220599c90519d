/** What is said of cameras, microphones and speakers, in Korean. */

import type { DeviceWords } from "../../en/features/devices.ts";

export const devices: DeviceWords = {
  title: "카메라 및 소리",
  close: "카메라 및 소리 설정 닫기",
  camera: "카메라",
  microphone: "마이크",
  speaker: "스피커",
  system: "시스템 기본값",
  test: "테스트 소리 재생",
  turn: "카메라 전환",
  unnamed: "시스템 기본값",
  youAreMuted: "음소거 상태예요. 아무도 내 소리를 들을 수 없어요.",
  said: {
    chosen: (label) => `지금 사용 중: ${label}.`,
    lost: (label) => `기기 연결이 끊겼어요. 지금 사용 중: ${label}.`,
    back: (label) => `기기가 다시 연결됐어요. 지금 사용 중: ${label}.`,
    moved: (label) => `시스템이 기기를 바꿨어요: ${label}.`,
    refused: (label) => `지금 사용할 수 없음: ${label}. 이 기기를 쓰는 다른 앱을 닫으면 자동으로 다시 사용돼요.`,
  },
};
