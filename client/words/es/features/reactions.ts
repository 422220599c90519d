/** What reactions and raised hands are called, in Spanish. */

import type { ReactionWords } from "../../en/features/reactions.ts";

export const reactions: ReactionWords = {
  title: "Reacciones",
  raiseHand: "Levantar la mano",
  lowerHand: "Bajar la mano",
  handIsUp: (who) => [who, " ha levantado la mano"],
  handIsUpAloud: (who) => `${who} ha levantado la mano.`,
  yourHandIsUp: "Tienes la mano levantada",
  names: {
    "thumbs-up": "Pulgar arriba",
    "heart": "Corazón",
    "laugh": "Risa",
    "wow": "Sorpresa",
    "party": "Hurra",
  },
  reacted: {
    "thumbs-up": (who) => `${who} levanta el pulgar.`,
    "heart": (who) => `${who} envía un corazón.`,
    "laugh": (who) => `${who} se ríe.`,
    "wow": (who) => `${who} se sorprende.`,
    "party": (who) => `${who} celebra.`,
  },
};
