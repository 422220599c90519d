/** What offers to go on with a call of a page before this one, in Hindi. */

import type { LeftCallWords } from "../../en/home/left_call.ts";

export const leftCall: LeftCallWords = {
  offer: (who) => `${who} के साथ आपकी कॉल चल रही थी, और वहाँ आपका इंतज़ार हो रहा है।`,
  rejoin: "वापस जुड़ें",
  leave: "छोड़ें",
};
