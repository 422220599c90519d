/** What reactions and raised hands are called, in Turkish. */

import type { ReactionWords } from "../../en/features/reactions.ts";

export const reactions: ReactionWords = {
  title: "Tepkiler",
  raiseHand: "El kaldır",
  lowerHand: "Eli indir",
  handIsUp: (who) => [who, " el kaldırdı"],
  handIsUpAloud: (who) => `${who} el kaldırdı.`,
  yourHandIsUp: "Eliniz kalkık",
  names: {
    "thumbs-up": "Beğeni",
    "heart": "Kalp",
    "laugh": "Kahkaha",
    "wow": "Şaşkınlık",
    "party": "Yaşasın",
  },
  reacted: {
    "thumbs-up": (who) => `${who} beğendi.`,
    "heart": (who) => `${who} kalp gönderdi.`,
    "laugh": (who) => `${who} gülüyor.`,
    "wow": (who) => `${who} şaşırdı.`,
    "party": (who) => `${who} kutluyor.`,
  },
};
