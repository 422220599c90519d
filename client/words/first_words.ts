/** The words of the first screen. */

import { first } from "./en/first.ts";
import { createPart } from "./language.ts";

export const firstWords = createPart("first", "first", first);
