/** What the panel for comparing words says, in Hindi; `things.ts` has the words themselves. */

import type { ComparisonWords } from "../en/comparison.ts";

const waiting = "दोनों ओर से शब्द आ रहे हैं…";

export const comparison: ComparisonWords = {
  verify: "पुष्टि करें",
  verified: "पुष्टि हो चुकी",
  wouldCompare: (who) => [who, " ने शब्द मिलाने को कहा है।"],
  showWords: "शब्द दिखाएँ",
  compareWith: (who) => [who, " के साथ शब्द मिलाएँ"],
  close: "बंद करें",
  readAloud: "ये शब्द एक-दूसरे को पढ़कर सुनाएँ। अगर दोनों के पास वही शब्द उसी क्रम में हैं, तो आपके बीच कोई नहीं है।",
  orNumber: (number) => ["या यह संख्या मिलाएँ: ", number],
  differ: "अलग हैं",
  match: "एक जैसे हैं",
  verifiedAt: (moment) => `आपने इस ID की पुष्टि की: ${moment}`,
  reallyDiffer: "आपने पहले इस ID की पुष्टि की है। अगर शब्द अब सच में अलग हैं, तो आपके बीच कोई हो सकता है: कॉल खत्म होगी, " +
    "और यह ID पुष्टि की हुई नहीं मानी जाएगी।",
  stay: "वापस जाएँ",
  end: "कॉल खत्म करें",
  tryAgain: "फिर कोशिश करें",
  phases: {
    idle: waiting,
    waiting,
    done: waiting,
    aborted: "दूसरी ओर से जवाब नहीं आया। कॉल में रहें और फिर कोशिश करें।",
    refused: "एक घंटे में इस ID के साथ तीन मिलान अधूरे रहे, और हर बार बीच में बैठे किसी व्यक्ति को अंदाज़ा लगाने का मौका मिलता है। " +
      "एक घंटा रुकें, फिर मिलाने के लिए कॉल करें।",
    broken: "दूसरी ओर से आया डेटा मेल नहीं खाता। इस कॉल पर भरोसा न करें।",
  },
};
