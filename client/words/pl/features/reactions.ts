/** What reactions and raised hands are called, in Polish. */

import type { ReactionWords } from "../../en/features/reactions.ts";

export const reactions: ReactionWords = {
  title: "Reakcje",
  raiseHand: "Podnieś rękę",
  lowerHand: "Opuść rękę",
  handIsUp: (who) => [who, " podnosi rękę"],
  handIsUpAloud: (who) => `${who} podnosi rękę.`,
  yourHandIsUp: "Twoja ręka jest podniesiona",
  names: {
    "thumbs-up": "Kciuk w górę",
    "heart": "Serce",
    "laugh": "Śmiech",
    "wow": "Zdziwienie",
    "party": "Hurra",
  },
  reacted: {
    "thumbs-up": (who) => `${who} pokazuje kciuk w górę.`,
    "heart": (who) => `${who} wysyła serce.`,
    "laugh": (who) => `${who} się śmieje.`,
    "wow": (who) => `${who} się dziwi.`,
    "party": (who) => `${who} wiwatuje.`,
  },
};
