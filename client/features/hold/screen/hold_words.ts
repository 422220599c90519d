/** The words of calls on hold, in the language of the page. */

import { hold as english } from "../../../words/en/features/hold.ts";
import { createPart } from "../../../words/language.ts";

export const holdWords = createPart("call", "hold", english);
