/** What the quiet line says of strangers; it loads with that. */

import { strangers } from "../../../words/en/home/strangers.ts";
import { createPart } from "../../../words/language.ts";

export const strangerWords = createPart("home", "strangers", strangers);
