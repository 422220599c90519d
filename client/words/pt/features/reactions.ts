/** What reactions and raised hands are called, in Portuguese. */

import type { ReactionWords } from "../../en/features/reactions.ts";

export const reactions: ReactionWords = {
  title: "Reações",
  raiseHand: "Levantar a mão",
  lowerHand: "Abaixar a mão",
  handIsUp: (who) => [who, " levantou a mão"],
  handIsUpAloud: (who) => `${who} levantou a mão.`,
  yourHandIsUp: "Sua mão está levantada",
  names: {
    "thumbs-up": "Joinha",
    "heart": "Coração",
    "laugh": "Risada",
    "wow": "Surpresa",
    "party": "Viva",
  },
  reacted: {
    "thumbs-up": (who) => `${who} faz um joinha.`,
    "heart": (who) => `${who} envia um coração.`,
    "laugh": (who) => `${who} ri.`,
    "wow": (who) => `${who} se surpreende.`,
    "party": (who) => `${who} comemora.`,
  },
};
