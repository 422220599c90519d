/** What reactions and raised hands are called, in Italian. */

import type { ReactionWords } from "../../en/features/reactions.ts";

export const reactions: ReactionWords = {
  title: "Reazioni",
  raiseHand: "Alza la mano",
  lowerHand: "Abbassa la mano",
  handIsUp: (who) => [who, " ha alzato la mano"],
  handIsUpAloud: (who) => `${who} ha alzato la mano.`,
  yourHandIsUp: "La tua mano è alzata",
  names: {
    "thumbs-up": "Pollice in su",
    "heart": "Cuore",
    "laugh": "Risata",
    "wow": "Stupore",
    "party": "Evviva",
  },
  reacted: {
    "thumbs-up": (who) => `${who} mostra il pollice in su.`,
    "heart": (who) => `${who} invia un cuore.`,
    "laugh": (who) => `${who} ride.`,
    "wow": (who) => `${who} si stupisce.`,
    "party": (who) => `${who} esulta.`,
  },
};
