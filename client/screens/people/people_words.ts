/** The words of the list of people. */

import { people as english } from "../../words/en/home/people.ts";
import { createPart } from "../../words/language.ts";

export const peopleWords = createPart("home", "people", english);
