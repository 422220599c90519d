/** What pages say that run no script, in Simplified Chinese. */

import type { PlainWords } from "../../en/home/plain.ts";

export const plain: PlainWords = {
  needsScript: "视频通话需要 JavaScript。请为此页面启用它，然后刷新页面。",
  nothing: {
    title: "这里什么也没有",
    heading: "这里什么也没有",
    explanation:
      "这个地址没有对应的页面。如果有人给你发了链接，请完整复制后再试：链接末尾是五组字符，每组有四个字母或数字。",
    home: "前往主页",
  },
};
