/** What is said of calls to a closed page, in Simplified Chinese. */

import type { ReachWords } from "../../en/home/reach.ts";

export const reach: ReachWords = {
  telling: (who) => `${who} 的页面已关闭，正在通知对方…`,
  told: (who) => `已通知 ${who}，正在等待接听…`,
  ready: "即使此页面已关闭，联系人来电时也会通知你。",
  openOnly: "只要此页面开着，有来电就会通知你。页面关闭后，在这里无法通知你。",
  homeScreen: "请将此页面添加到主屏幕，并从那里打开，这样有来电时就能收到通知。",
  failed: "此浏览器无法为已关闭的页面设置通知。在 Brave 中，请在隐私设置里允许 Google 推送消息。",
  missed: "未接来电",
};
