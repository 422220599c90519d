/**
 * What is shown of who may ring: the choice, in the panel of ringing, and who knocks. Loads where the person has ever set
 * it, behind the first screen, and where they are about to.
 */

import "../who_rings.ts";
import { whoRings } from "../who_rings_setting.ts";
import { admissionWords } from "./admission_words.ts";

export { KnockLine } from "./knock_line.tsx";
export { WhoRingsPart } from "./who_rings_part.tsx";

/** Says who may ring, in place of who has the link; null where everybody may. */
export function sayWhoRings(): string | null {
  const who = whoRings.value;
  return who === "everybody" ? null : admissionWords.value.notes[who];
}
