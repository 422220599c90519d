/** What reactions and raised hands are called, in Simplified Chinese. */

import type { ReactionWords } from "../../en/features/reactions.ts";

export const reactions: ReactionWords = {
  title: "回应",
  raiseHand: "举手",
  lowerHand: "放下手",
  handIsUp: (who) => [who, " 已举手"],
  handIsUpAloud: (who) => `${who} 已举手。`,
  yourHandIsUp: "你已举手",
  names: {
    "thumbs-up": "点赞",
    "heart": "爱心",
    "laugh": "大笑",
    "wow": "惊讶",
    "party": "庆祝",
  },
  reacted: {
    "thumbs-up": (who) => `${who} 点了赞。`,
    "heart": (who) => `${who} 送出爱心。`,
    "laugh": (who) => `${who} 大笑。`,
    "wow": (who) => `${who} 感到惊讶。`,
    "party": (who) => `${who} 在庆祝。`,
  },
};
