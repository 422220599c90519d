/** What is said where only contacts ring, in Simplified Chinese. */

import type { KnockingWords } from "../../en/home/knocking.ts";

export const knocking: KnockingWords = {
  title: "仅联系人",
  contactsOnly: (who) => `只有 ${who} 的联系人可以呼叫对方。你可以用一行文字敲门。`,
  inviteOver: (who) => `此邀请已失效，可能已过期或已被使用。你可以敲门，或向 ${who} 索取新的邀请。`,
  knockedTitle: "你已敲门",
  knocked: (who) => `如果 ${who} 让你进来，会给你回电。请保持此页面打开。`,
  yourLine: "说明你是谁、为什么呼叫",
  count: (length, max) => `${length}/${max} 个字符`,
  knock: "敲门",

  knocking: "敲门",
  claimed: (who) => `自称 ${who} 的人在敲门`,
  nameless: "有陌生人在敲门",
  letIn: "让对方进来",
};
