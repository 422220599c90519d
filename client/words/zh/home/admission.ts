/** What is said of who may ring, in Simplified Chinese. */

import type { AdmissionWords } from "../../en/home/admission.ts";

export const admission: AdmissionWords = {
  whoCanRing: "谁可以呼叫我",
  who: { everybody: "所有人", contacts: "仅联系人", nobody: "没有人" },
  notes: {
    everybody: "有你的链接或 ID 的人都可以呼叫你。",
    contacts: "只有你保存或验证过的人呼叫时会响铃。其他人可以用一行文字敲门。",
    nobody: "任何呼叫都不会响铃。呼叫者会看到你现在不方便通话。",
  },

  invitation: "邀请链接",
  kinds: { once: "一周内可响铃一次", day: "一天内可响铃", week: "一周内可响铃" },
  copyInvitation: "复制邀请",
  invitationNote: "即使选择了“仅联系人”，有此链接的人也可以呼叫你。",
  copied: "邀请已复制。把它发给要呼叫你的人。",
  until: (when) => `有效期至 ${when}`,
  takeBack: "撤回",
};
