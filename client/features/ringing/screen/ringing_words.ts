/** The words of ringing; they load with what shows them. */

import { ringing } from "../../../words/en/home/ringing.ts";
import { createPart } from "../../../words/language.ts";

export const ringingWords = createPart("home", "ringing", ringing);
