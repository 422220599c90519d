/** The words of the connection check, which come with its page. */

import { check } from "../../words/en/check.ts";
import { createPart } from "../../words/language.ts";

export const checkWords = createPart("check", "check", check);
