/** The words of a call; they load with its screens. */

import { call } from "./en/call.ts";
import { createPart } from "./language.ts";

export const callWords = createPart("call", "call", call);
