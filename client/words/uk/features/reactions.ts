/** What reactions and raised hands are called, in Ukrainian. */

import type { ReactionWords } from "../../en/features/reactions.ts";

export const reactions: ReactionWords = {
  title: "Реакції",
  raiseHand: "Підняти руку",
  lowerHand: "Опустити руку",
  handIsUp: (who) => [who, " піднімає руку"],
  handIsUpAloud: (who) => `${who} піднімає руку.`,
  yourHandIsUp: "Ваша рука піднята",
  names: {
    "thumbs-up": "Палець угору",
    "heart": "Серце",
    "laugh": "Сміх",
    "wow": "Подив",
    "party": "Ура",
  },
  reacted: {
    "thumbs-up": (who) => `${who} показує палець угору.`,
    "heart": (who) => `${who} надсилає серце.`,
    "laugh": (who) => `${who} сміється.`,
    "wow": (who) => `${who} дивується.`,
    "party": (who) => `${who} радіє.`,
  },
};
