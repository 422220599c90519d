/** What reactions and raised hands are called, in Hindi. */

import type { ReactionWords } from "../../en/features/reactions.ts";

export const reactions: ReactionWords = {
  title: "प्रतिक्रियाएँ",
  raiseHand: "हाथ उठाएँ",
  lowerHand: "हाथ नीचे करें",
  handIsUp: (who) => [who, " ने हाथ उठाया है"],
  handIsUpAloud: (who) => `${who} ने हाथ उठाया है।`,
  yourHandIsUp: "आपका हाथ उठा हुआ है",
  names: {
    "thumbs-up": "थम्स अप",
    "heart": "दिल",
    "laugh": "हँसी",
    "wow": "हैरानी",
    "party": "जश्न",
  },
  reacted: {
    "thumbs-up": (who) => `${who} ने थम्स अप दिया।`,
    "heart": (who) => `${who} ने दिल भेजा।`,
    "laugh": (who) => `${who} को हँसी आई।`,
    "wow": (who) => `${who} को हैरानी हुई।`,
    "party": (who) => `${who} ने जश्न मनाया।`,
  },
};
