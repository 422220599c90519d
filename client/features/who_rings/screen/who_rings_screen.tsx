/**
 * What is shown of who may ring: the choice, in the panel of ringing, and who knocks. Loads where the person has ever set
 * it, behind the first screen, and where they are about to.
 */

import "../who_rings.ts";

export { KnockLine } from "./knock_line.tsx";
export { WhoRingsPart } from "./who_rings_part.tsx";
