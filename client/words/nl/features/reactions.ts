/** What reactions and raised hands are called, in Dutch. */

import type { ReactionWords } from "../../en/features/reactions.ts";

export const reactions: ReactionWords = {
  title: "Reacties",
  raiseHand: "Hand opsteken",
  lowerHand: "Hand laten zakken",
  handIsUp: (who) => [who, " steekt een hand op"],
  handIsUpAloud: (who) => `${who} steekt een hand op.`,
  yourHandIsUp: "Je hand is opgestoken",
  names: {
    "thumbs-up": "Duim omhoog",
    "heart": "Hart",
    "laugh": "Lachen",
    "wow": "Verbazing",
    "party": "Hoera",
  },
  reacted: {
    "thumbs-up": (who) => `${who} steekt een duim op.`,
    "heart": (who) => `${who} stuurt een hart.`,
    "laugh": (who) => `${who} lacht.`,
    "wow": (who) => `${who} is verbaasd.`,
    "party": (who) => `${who} juicht.`,
  },
};
