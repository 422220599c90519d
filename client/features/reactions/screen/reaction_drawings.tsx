/** The reactions as drawings of our own: many machines have no font for such signs and show boxes. */

import { drawing } from "../../../screens/pieces/drawing.tsx";
import type { Reaction } from "../reactions_key.ts";

const FACE = "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM9 9.3v.8M15 9.3v.8";
const PATHS: Readonly<Record<Reaction | "hand", string>> = {
  "thumbs-up": "M7 10.5v9H4v-9h3Zm0 .5 4-7.5a2 2 0 0 1 2 2.3L12.5 9H18a2 2 0 0 1 2 2.4l-1.3 6.5a2 2 0 0 1-2 1.6H7",
  "heart": "M12 20S4 15 4 9.3A4.3 4.3 0 0 1 12 7a4.3 4.3 0 0 1 8 2.3C20 15 12 20 12 20Z",
  "laugh": `${FACE}M7.5 13a4.6 4.6 0 0 0 9 0Z`,
  "wow": `${FACE}M12 13a1.7 1.9 0 1 0 .1 0Z`,
  "party": "M12 3.5v4m0 9v4M3.5 12h4m9 0h4M6 6l2.8 2.8m6.4 6.4L18 18m0-12-2.8 2.8m-6.4 6.4L6 18",
  "hand":
    "M7 12V6.5a1.5 1.5 0 0 1 3 0V11V5a1.5 1.5 0 0 1 3 0v6-4.5a1.5 1.5 0 0 1 3 0V12v-2.5a1.5 1.5 0 0 1 3 0V14a7 7 0 0 1-7 7c-3 0-4.5-1.5-5.8-4L4 13.3a1.5 1.5 0 0 1 2.5-1.6L7 12.5",
};

export function Drawing({ name }: { name: Reaction | "hand" }) {
  return drawing(PATHS[name])();
}
