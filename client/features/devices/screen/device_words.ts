/** What is said of cameras, microphones and speakers, in the language of now. */

import { devices as english } from "../../../words/en/features/devices.ts";
import { createPart } from "../../../words/language.ts";

export const deviceWords = createPart("call", "devices", english);
