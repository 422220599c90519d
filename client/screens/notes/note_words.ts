/** The words of messages that people leave; they load with what offers to leave one, and with what shows them. */

import { notes } from "../../words/en/home/notes.ts";
import { createPart } from "../../words/language.ts";

export const noteWords = createPart("home", "notes", notes);
