/** What is said of a call that is over, in Simplified Chinese: what happened, for how long, and what to do next. */

import type { EndWords } from "../en/ends.ts";

export { details, quality } from "./features/quality.ts";
export { leftCall } from "./home/left_call.ts";

export const ends: EndWords = {
  title: {
    ended: "通话已结束",
    cancelled: "呼叫已取消",
    missed: "未接来电",
    tooLate: "对方已停止呼叫",
    declined: "呼叫已拒绝",
    busy: "对方正在通话中",
    unanswered: "无人接听",
    answeredElsewhere: "已在别处接听",
    declinedElsewhere: "已在别处拒绝",
    unavailable: "无法接通",
    heldBack: "呼叫过于频繁",
    impossible: "无法通话",
    offline: "未能呼叫",
    stopped: "通话已中止",
    lost: "连接已断开",
    failed: "未能连接",
  },
  aloud: (title, sentence) => `${title}。${sentence}`,

  talked: (who, duration) => `你与 ${who} 通话 ${duration}。`,
  hungUpEarly: "你在接通前挂断了。",
  theyHungUpEarly: (who) => `${who} 在接通前挂断了。请再呼叫一次。`,
  cancelled: (who) => `你在 ${who} 接听前取消了呼叫。`,
  missed: (who, at) => at === null ? `${who} 呼叫过你。` : `${who} 在 ${at} 呼叫过你。`,
  callToReach: "要联系对方，请回拨。",
  vanished: (who, at) =>
    at === null
      ? `${who} 呼叫过你，但在你接听前已离开。要联系对方，请回拨。`
      : `${who} 在 ${at} 呼叫过你，但在你接听前已离开。要联系对方，请回拨。`,
  tooLate: (who) => `你的接听送达前，${who} 已停止呼叫。要联系对方，请回拨。`,
  theyDeclined: (who) => `${who} 现在不方便通话。请稍后再试。`,
  youDeclined: (who) => `你拒绝了 ${who} 的呼叫。方便时可以回拨。`,
  theyWereBusy: (who) => `${who} 正在进行其他通话。请过几分钟再试。`,
  youWereBusy: "当时你正在进行其他通话。",
  unanswered: (who, at) =>
    at === null ? `${who} 没有接听。请稍后再试。` : `${who} 没有接听你在 ${at} 的呼叫。请稍后再试。`,
  answeredElsewhere: (who) => `你已在其他标签页或设备上接听了 ${who} 的呼叫。`,
  declinedElsewhere: (who) => `你已在其他标签页或设备上拒绝了 ${who} 的呼叫。`,
  unavailable: (who) => `目前无法接通 ${who}。请重试，或把你的链接发给对方。`,
  heldBack: (who) => `你的网络短时间内呼叫 ${who} 过于频繁。请等一分钟再呼叫。`,
  unsupported: (who) => `${who} 的浏览器无法接听通话。请对方打开连接检测查看原因，或使用其他浏览器。`,
  incompatible: (who) => `你的浏览器与 ${who} 的浏览器未能就连接方式达成一致。请更新两者，或换个浏览器试试。`,
  noWebRtc: "你的浏览器关闭了 WebRTC，因此无法通话。请打开它，或用其他浏览器再次呼叫。",
  unprepared: "你的浏览器未能准备好通话。请刷新此页面再次呼叫，或使用其他浏览器。",
  offline: (who) => `此页面未连接服务器，因此呼叫没有送达 ${who}。请检查网络，然后再次呼叫。`,
  keyless: "此页面没有密钥来证明是你在呼叫。请在最新的浏览器中用 https:// 地址打开它，然后再次呼叫。",
  changed: (who) => `途中有人更改了 ${who} 的浏览器发送的内容，因此通话已中止。`,
  overAnotherNetwork: "请换个网络再次呼叫。",
  unsigned: (who) =>
    `应答没有 ${who} 的签名，途中可能有人更改过。没有传出任何画面或声音。` +
    "请让对方刷新页面，然后再次呼叫。如果再次发生，请换个网络或服务器。",
  otherKey: (who) =>
    `此呼叫使用了 ${who} 的 ID，但密钥不符，因此并非来自本人。` +
    "请通过其他方式联系对方，不要接听来自此 ID 的呼叫。",
  remoteUnverified: (who) =>
    `${who} 的浏览器无法验证此呼叫来自你，因此中止了通话。` +
    "请刷新此页面，然后再次呼叫。如果再次发生，请换个网络。",
  theyFoundDiffering: (who) =>
    `${who} 发现你们之间可能有人介入。请不要相信通话中所说的内容。` +
    "请换个网络呼叫，或通过其他方式联系对方。",
  wordsDiffered: (who) =>
    `词语不同，你与 ${who} 之间可能有人介入。请不要相信通话中所说的内容。` +
    "请换个网络呼叫，或通过其他方式联系对方。",
  flooded: (who) =>
    `${who} 的浏览器发送的数据远超通话所需，因此通话已中止。` +
    "如果还想通话，请让对方刷新页面，然后再次呼叫。",
  remoteFlooded: (who) =>
    `你的浏览器发送的数据远超通话所需，因此 ${who} 的浏览器中止了通话。请刷新此页面，然后再次呼叫。`,
  lost: (who) => `与 ${who} 的连接未能恢复。`,
  checkNetwork: "请检查网络，然后再次呼叫。",
  pageGone: (who) => `${who} 的页面已关闭或刷新。`,
  callToGoOn: "要继续，请再次呼叫。",
  over: (who) => `${who} 已结束通话。要通话，请再次呼叫。`,
  keepTrying: "继续尝试",
  saveContact: "保存联系人",
  contactSaved: "联系人已保存",

  noConnection: (who) => `未能连接 ${who}。`,
  foundHere: {
    "no-path": (who) => `未能连接 ${who}：你的浏览器找不到可用的路径，经过中继也不行。`,
    "no-path-and-no-relay": (who) => `未能连接 ${who}：你的浏览器找不到直连路径，而此服务器没有提供中继。`,
    "relay-refused": (who) => `未能连接 ${who}：中继拒绝了你的浏览器。`,
    "relay-unreachable": (who) => `未能连接 ${who}：中继没有响应你的浏览器。`,
    "relay-only-and-no-relay": (who) => `未能连接 ${who}：你的浏览器只能使用中继，而此服务器没有提供中继。`,
    "peer-silent": (who) => `未能连接 ${who}：你的浏览器没有收到对方的任何数据。`,
  },
  foundThere: {
    "no-path": (who) => `${who} 的浏览器找不到可用的路径，经过中继也不行。`,
    "no-path-and-no-relay": (who) => `${who} 的浏览器找不到直连路径，而此服务器没有提供中继。`,
    "relay-refused": (who) => `中继拒绝了 ${who} 的浏览器。`,
    "relay-unreachable": (who) => `中继没有响应 ${who} 的浏览器。`,
    "relay-only-and-no-relay": (who) => `${who} 的浏览器只能使用中继，而此服务器没有提供中继。`,
    "peer-silent": (who) => `${who} 的浏览器没有收到你这边的任何数据。`,
  },
  tryNetwork: "请换个网络。",
  tryNetworkOrAsk: "请换个网络，或向服务器管理员咨询中继的情况。",
  showAddressOrAsk: "请关闭“隐藏我的 IP 地址”，或向服务器管理员咨询中继的情况。",
};
