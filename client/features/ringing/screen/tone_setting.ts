/** This page's choice of a tone; it is read as the code of ringing loads, and until then calls ring by the usual one. */

import { createToneSetting } from "../tones.ts";

export const toneSetting = createToneSetting();
