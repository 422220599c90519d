/** What the screens of a call say while it is on, in Simplified Chinese; with what is said of devices, of words, of screens and in the chat. */

import type { CallWords } from "../en/call.ts";

export { chat } from "./features/chat.ts";
export { comparison } from "./comparison.ts";
export { devices } from "./features/devices.ts";
export { draw } from "./features/draw.ts";
export { files } from "./features/files.ts";
export { hold } from "./features/hold.ts";
export { keyboard } from "./features/keyboard.ts";
export { media } from "./media.ts";
export { pictures } from "./features/pictures.ts";
export { preview } from "./features/preview.ts";
export { reactions } from "./features/reactions.ts";
export { screenShare } from "./features/screen_share.ts";

export const call: CallWords = {
  storageFull: "此浏览器空间不足，因此你的更改只保留到关闭此标签页为止。要保留更改，请在此设备上腾出空间。",
  phase: {
    ringing: "正在响铃…",
    heldBack: "呼叫过于频繁。一旦允许就会响铃。",
    patient: "对方的页面没有打开。会继续尝试。",
    about: "即将呼叫…",
    calling: "正在呼叫…",
    rejoining: "正在重新加入…",
    video: "视频通话",
    voice: "语音通话",
    connected: "已接通",
    away: "正在等待对方回来…",
    connecting: "正在连接…",
    reconnecting: "正在重新连接…",
    ended: "通话已结束",
  },
  state: {
    ringing: (who) => `正在响铃… 等待 ${who} 接听。`,
    heldBack: (who) => `你的网络短时间内呼叫 ${who} 过于频繁。一旦允许就会响铃。`,
    patient: (who) => `${who} 的页面没有打开。会继续尝试。`,
    about: (who) => `即将呼叫 ${who}…`,
    calling: (who) => `正在呼叫 ${who}…`,
    rejoining: (who) => `正在重新加入与 ${who} 的通话…`,
    video: (who) => `${who} 邀请你视频通话。`,
    voice: (who) => `${who} 正在呼叫你。`,
    away: (who) => `${who} 有一会儿没有响应了。请稍等，或挂断。`,
    connecting: (who) => `正在连接 ${who}…`,
    connected: (who) => `已与 ${who} 接通。`,
    joining: (who) => `${who} 即将加入。`,
    reconnectingAway: (who) => `正在重新连接… ${who} 有一会儿没有响应了。通话会再等两分钟，你也可以现在挂断。`,
    reconnecting: "正在重新连接… 连接中断了。请留在此页面，会自动恢复。",
    ended: "通话已结束。",
  },
  title: {
    waiting: "有人来电…",
    outgoing: (who) => `正在呼叫 ${who}…`,
    incoming: (who) => `${who} 来电…`,
    connected: (who) => `与 ${who} 通话中`,
    reconnecting: (who) => `正在重新连接 ${who}…`,
    missed: (who) => `${who} 的未接来电`,
  },

  namedByLink: "这个名字来自链接。对方接听后，你就知道是不是本人。",
  otherUnderName: (who) => `这不是 ${who} 以前的 ID，可能是别人在用这个名字。`,
  askThem: "问一个只有本人知道的问题。",
  compareToBeSure: "核对词语以便确认。",
  itsThem: "是本人",
  neverTalked: "你从未与此 ID 通过话。",
  neverTalkedClaimed: "你从未与此 ID 通过话。这个名字是对方自己取的。",

  controls: "通话控制",
  mute: "静音",
  unmute: "取消静音",
  cameraOn: "打开摄像头",
  cameraOff: "关闭摄像头",
  resting: "通话处于保持状态。恢复后生效。",
  cancel: "取消",
  hangUp: "挂断",
  more: "更多",
  incomingCall: "来电",
  accept: "接听",
  acceptWithoutVideo: "不开视频接听",
  decline: "拒绝",
  silence: "关闭铃声",
  ownPicture: "你的视频",
  ownPictureMoves: "你的视频，可用方向键移动",
  remoteVideo: "对方的视频",
  theirCameraOff: (who) => [who, " 的摄像头已关闭"],
  joining: (who) => `${who} 即将加入`,
  theyAreMuted: (who) => [who, " 已静音"],
  waitsForTap: "点按后，浏览器才会播放通话。",
  tapForSound: "点按以播放声音",
  featuresMissing: "页面有一部分未能加载，因此可能缺少某些功能。",
  tryAgain: "重试",
  callAgain: "再次呼叫",
  keepWaiting: "继续等待",
  pageClosed: (who) => `${who} 的页面已关闭。正在等待…`,
  gone: (who) => `${who} 已离开。再次呼叫，或继续等待。`,
  back: "返回",
};
