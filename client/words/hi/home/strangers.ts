/** What is said of strangers who ring quietly, in Hindi. */

import type { StrangerWords } from "../../en/home/strangers.ts";

export const strangers: StrangerWords = {
  quietly: "फ़िलहाल अनजान लोगों की कॉल बिना आवाज़ के आती हैं।",
};
