/** What reactions and raised hands are called, in Arabic. */

import type { ReactionWords } from "../../en/features/reactions.ts";

export const reactions: ReactionWords = {
  title: "التفاعلات",
  raiseHand: "رفع اليد",
  lowerHand: "خفض اليد",
  handIsUp: (who) => ["يرفع ", who, " يده"],
  handIsUpAloud: (who) => `يرفع ${who} يده.`,
  yourHandIsUp: "يدك مرفوعة",
  names: {
    "thumbs-up": "إعجاب",
    "heart": "قلب",
    "laugh": "ضحك",
    "wow": "دهشة",
    "party": "هتاف",
  },
  reacted: {
    "thumbs-up": (who) => `يُبدي ${who} إعجابه.`,
    "heart": (who) => `يرسل ${who} قلبًا.`,
    "laugh": (who) => `يضحك ${who}.`,
    "wow": (who) => `يندهش ${who}.`,
    "party": (who) => `يهتف ${who}.`,
  },
};
