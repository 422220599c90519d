/** What reactions and raised hands are called, in Japanese. */

import type { ReactionWords } from "../../en/features/reactions.ts";

export const reactions: ReactionWords = {
  title: "リアクション",
  raiseHand: "挙手する",
  lowerHand: "手を下げる",
  handIsUp: (who) => [who, "さんが挙手しています"],
  handIsUpAloud: (who) => `${who}さんが挙手しています。`,
  yourHandIsUp: "挙手中です",
  names: {
    "thumbs-up": "いいね",
    "heart": "ハート",
    "laugh": "笑い",
    "wow": "びっくり",
    "party": "お祝い",
  },
  reacted: {
    "thumbs-up": (who) => `${who}さんが「いいね」しました。`,
    "heart": (who) => `${who}さんがハートを送りました。`,
    "laugh": (who) => `${who}さんが笑っています。`,
    "wow": (who) => `${who}さんが驚いています。`,
    "party": (who) => `${who}さんがお祝いしています。`,
  },
};
