/** What is said of ringing, and of when there is none, in Simplified Chinese. */

import type { RingingWords } from "../../en/home/ringing.ts";

export const ringing: RingingWords = {
  quiet: "勿扰模式已开启。",
  quietUntil: (time) => `勿扰模式将持续到 ${time}。`,
  tapOnce: "请点按一次，此页面才能响铃。",
  didNotLoad: "这些设置未能加载。请检查网络连接，然后重试。",
  done: "完成",

  doNotDisturb: "勿扰模式",
  whatQuietIs: "来电不发出声音，也不打扰你。你可以在未接来电中找到它们。",
  forAnHour: "持续 1 小时",
  daily: "每天",
  from: "开始",
  to: "结束",
  noTime: "两个时间相同，因此不起作用。",

  tone: "铃声",
  tones: { classic: "经典", chimes: "钟琴", drops: "水滴", telephone: "电话" },
  testRing: "试听铃声",
  toneNote: "音量与此设备的设置一致。",
  heard: "现在应该能听到。如果听不到，请调高此设备的音量。",
  unheard: "此浏览器不允许页面响铃。请在网站设置中允许声音，并检查扬声器。",

  notify: "通知我",
  notifyNote: "当你在看别的内容时，有来电会通知你。",
  notified: "只要此页面开着，有来电就会通知你。",
  notifyDenied: "此浏览器屏蔽了此页面的通知。请在网站设置中允许通知，然后刷新页面。",
  notifyUnable: "此浏览器不为这样的页面显示通知。页面开着时，来电仍会响铃。",
  missedStranger: "陌生人的未接来电",
};
