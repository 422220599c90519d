/** The words of knocking; they load with what is said after a call, and with who knocks. */

import { knocking } from "./en/home/knocking.ts";
import { createPart } from "./language.ts";

export const knockWords = createPart("home", "knocking", knocking);
