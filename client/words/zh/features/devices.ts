/** What is said of cameras, microphones and speakers, in Simplified Chinese. */

import type { DeviceWords } from "../../en/features/devices.ts";

export const devices: DeviceWords = {
  title: "摄像头和声音",
  close: "关闭“摄像头和声音”面板",
  camera: "摄像头",
  microphone: "麦克风",
  speaker: "扬声器",
  system: "系统默认",
  test: "播放测试音",
  turn: "切换摄像头",
  unnamed: "系统默认设备",
  youAreMuted: "你已静音。没有人能听到你。",
  said: {
    chosen: (label) => `正在使用 ${label}。`,
    lost: (label) => `你的设备已断开。正在使用 ${label}。`,
    back: (label) => `${label} 已恢复，并重新使用。`,
    moved: (label) => `系统已切换到 ${label}。`,
    refused: (label) => `${label} 目前无法使用。请关闭正在使用它的其他程序，之后会自动恢复使用。`,
  },
};
