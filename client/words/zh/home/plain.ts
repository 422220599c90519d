/** What pages say that run no script, in Chinese. */

import type { PlainWords } from "../../en/home/plain.ts";

export const plain: PlainWords = {
  needsScript: "视频通话需要 JavaScript。请为此页面启用它，然后重新加载。",
  nothing: {
    title: "这里什么也没有",
    heading: "这里什么也没有",
    explanation:
      "这个地址没有对应的页面。如果有人给你发了链接，请完整复制后再试：链接末尾是五组由四个字母和数字组成的字符。",
    home: "前往首页",
  },
};
