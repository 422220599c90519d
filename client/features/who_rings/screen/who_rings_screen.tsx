/**
 * What is shown of who may ring: the choice, in the panel of ringing, and who knocks. Loads where the person has ever set
 * it, behind the first screen, and where they are about to.
 */

import { attempt } from "../../../bounds/attempt.ts";
import { whoRings } from "../who_rings_setting.ts";
import { admissionWords } from "./admission_words.ts";

export { KnockLine } from "./knock_line.tsx";
export { WhoRingsPart } from "./who_rings_part.tsx";

// As `lookouts.ts` loads it: what is imported at once would be another, which remembers what that one does not know.
attempt("load what judges who may ring", () => import("../who_rings.ts"));

/** Says who may ring, in place of who has the link; null where everybody may. */
export function sayWhoRings(): string | null {
  const who = whoRings.value;
  return who === "everybody" ? null : admissionWords.value.notes[who];
}
