/** The words of a call; they load with its screens. */

import { call } from "./en/call.ts";
import { ends } from "./en/ends.ts";
import { createPart } from "./language.ts";

export const callWords = createPart("call", "call", call);
export const endWords = createPart("call", "ends", ends);
