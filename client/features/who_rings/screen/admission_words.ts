/** The words of who may ring; they load with what shows them. */

import { admission } from "../../../words/en/home/admission.ts";
import { createPart } from "../../../words/language.ts";

export const admissionWords = createPart("home", "admission", admission);
