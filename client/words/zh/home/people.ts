/** What the list of people says, in Simplified Chinese. */

import type { PeopleWords } from "../../en/home/people.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("zh");

export const people: PeopleWords = {
  file: "联系人文件",
  search: "搜索联系人",
  noneFound: "这里没有人使用此名字或 ID。",
  missedCalls: "未接来电",
  clear: "清除",
  strangers: "陌生人",
  others: "联系人和最近通话",
  showMore: "显示更多",
  callBack: "回拨",
  callBackTo: (who) => `回拨 ${who}`,
  videoCall: "视频通话",
  videoCallTo: (who) => `与 ${who} 视频通话`,
  voiceCall: "语音通话",
  voiceCallTo: (who) => `与 ${who} 语音通话`,
  moreOf: (who) => `关于 ${who} 的更多选项`,
  claimed: (name) => `“${name}”`,
  callCount: plural({ other: (count) => `${count} 次来电` }),
  online: "在线",
  verified: "已验证",
  contact: "联系人",
  saveContact: "保存联系人",
  removeContact: "移除联系人",
  yourName: "你对此人的称呼",
  yourNameNote: "只有你能看到。",
  mute: "静音",
  muteNote: "此人来电不会响铃，你可以在未接来电中看到。",
  notMuted: "未静音",
  forAnHour: "1 小时",
  untilTomorrow: "到明天早上",
  always: "直到手动关闭",
  muted: "已静音",
  mutedUntil: (time) => `静音到 ${time}`,
  forget: "删除",
  forgetAsk: (who) => `要从此设备删除 ${who} 吗？此人下次来电时会显示为陌生人。`,
  cancel: "取消",
  done: "完成",
  didNotLoad: "未能加载。请检查网络连接，然后重试。",
  unblock: "取消屏蔽",
  unblockThem: (who) => `取消屏蔽 ${who}`,
  blockedCount: (count) => `已屏蔽（${count}）`,
};
