/** What the panel for comparing words says, in Simplified Chinese; `things.ts` has the words themselves. */

import type { ComparisonWords } from "../en/comparison.ts";

const waiting = "正在从两端获取词语…";

export const comparison: ComparisonWords = {
  verify: "验证",
  verified: "已验证",
  wouldCompare: (who) => [who, " 想核对词语。"],
  showWords: "显示词语",
  compareWith: (who) => ["与 ", who, " 核对词语"],
  close: "关闭",
  readAloud: "请互相念出这些词语。如果双方的词语和顺序都相同，你们之间就没有人介入。",
  orNumber: (number) => ["或核对数字 ", number],
  differ: "不同",
  match: "一致",
  verifiedAt: (moment) => `你已验证此 ID，${moment}`,
  reallyDiffer: "你以前验证过此 ID。如果词语现在真的不同，你们之间可能有人介入：通话将结束，此 ID 也不再算作已验证。",
  stay: "返回",
  end: "结束通话",
  tryAgain: "重试",
  phases: {
    idle: waiting,
    waiting,
    done: waiting,
    aborted: "对方没有响应。请留在通话中重试。",
    refused: "与此 ID 的核对一小时内中断了三次，而每次中断都给了中间人猜测的机会。请等一小时，再呼叫并核对。",
    broken: "对方发来的内容不正确。请不要相信此通话。",
  },
};
