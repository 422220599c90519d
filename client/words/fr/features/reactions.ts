/** What reactions and raised hands are called, in French. */

import type { ReactionWords } from "../../en/features/reactions.ts";

export const reactions: ReactionWords = {
  title: "Réactions",
  raiseHand: "Lever la main",
  lowerHand: "Baisser la main",
  handIsUp: (who) => [who, " lève la main"],
  handIsUpAloud: (who) => `${who} lève la main.`,
  yourHandIsUp: "Votre main est levée",
  names: {
    "thumbs-up": "Pouce levé",
    "heart": "Cœur",
    "laugh": "Rire",
    "wow": "Surprise",
    "party": "Hourra",
  },
  reacted: {
    "thumbs-up": (who) => `${who} lève le pouce.`,
    "heart": (who) => `${who} envoie un cœur.`,
    "laugh": (who) => `${who} rit.`,
    "wow": (who) => `${who} s’étonne.`,
    "party": (who) => `${who} se réjouit.`,
  },
};
