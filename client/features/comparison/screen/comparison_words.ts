/** The words of comparing, in the language of the page. */

import { comparison as english } from "../../../words/en/comparison.ts";
import { createPart } from "../../../words/language.ts";

export const comparisonWords = createPart("call", "comparison", english);
