/** What reactions and raised hands are called, in German. */

import type { ReactionWords } from "../../en/features/reactions.ts";

export const reactions: ReactionWords = {
  title: "Reaktionen",
  raiseHand: "Hand heben",
  lowerHand: "Hand senken",
  handIsUp: (who) => [who, " hebt die Hand"],
  handIsUpAloud: (who) => `${who} hebt die Hand.`,
  yourHandIsUp: "Deine Hand ist oben",
  names: {
    "thumbs-up": "Daumen hoch",
    "heart": "Herz",
    "laugh": "Lachen",
    "wow": "Staunen",
    "party": "Jubel",
  },
  reacted: {
    "thumbs-up": (who) => `${who} hält den Daumen hoch.`,
    "heart": (who) => `${who} schickt ein Herz.`,
    "laugh": (who) => `${who} lacht.`,
    "wow": (who) => `${who} staunt.`,
    "party": (who) => `${who} jubelt.`,
  },
};
