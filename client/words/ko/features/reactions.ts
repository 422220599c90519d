/** What reactions and raised hands are called, in Korean. */

import type { ReactionWords } from "../../en/features/reactions.ts";

export const reactions: ReactionWords = {
  title: "반응",
  raiseHand: "손들기",
  lowerHand: "손 내리기",
  handIsUp: (who) => [who, " 님이 손을 들었어요"],
  handIsUpAloud: (who) => `${who} 님이 손을 들었어요.`,
  yourHandIsUp: "손을 든 상태예요",
  names: {
    "thumbs-up": "좋아요",
    "heart": "하트",
    "laugh": "웃음",
    "wow": "놀람",
    "party": "축하",
  },
  reacted: {
    "thumbs-up": (who) => `${who} 님이 ‘좋아요’를 보냈어요.`,
    "heart": (who) => `${who} 님이 하트를 보냈어요.`,
    "laugh": (who) => `${who} 님이 웃고 있어요.`,
    "wow": (who) => `${who} 님이 놀랐어요.`,
    "party": (who) => `${who} 님이 축하하고 있어요.`,
  },
};
