/** What reactions and raised hands are called, in English; its type is what every language says. */

import type { Reaction } from "../../../features/reactions/reactions_key.ts";
import type { Rich } from "../../grammar/rich.ts";

export const reactions = {
  title: "Reactions",
  raiseHand: "Raise hand",
  lowerHand: "Lower hand",
  handIsUp: <Node>(who: Node): Rich<Node> => [who, " has raised a hand"],
  /** In full, for whoever hears it. */
  handIsUpAloud: (who: string) => `${who} has raised a hand.`,
  yourHandIsUp: "Your hand is up",
  names: {
    "thumbs-up": "Thumbs up",
    "heart": "Heart",
    "laugh": "Laughter",
    "wow": "Surprise",
    "party": "Hooray",
  } satisfies Record<Reaction, string>,
  /** For whoever hears it. */
  reacted: {
    "thumbs-up": (who: string) => `${who} gives a thumbs up.`,
    "heart": (who: string) => `${who} sends a heart.`,
    "laugh": (who: string) => `${who} laughs.`,
    "wow": (who: string) => `${who} is surprised.`,
    "party": (who: string) => `${who} cheers.`,
  } satisfies Record<Reaction, (who: string) => string>,
};

export type ReactionWords = typeof reactions;
