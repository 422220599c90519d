/** What is said of how pictures are shown in a call, in Hindi. */

import type { PictureWords } from "../../en/features/pictures.ts";

export const pictures: PictureWords = {
  fullScreen: "फ़ुल स्क्रीन",
  smallWindow: "पिक्चर में पिक्चर",
  whole: "पूरा वीडियो दिखाएँ",
  filling: "स्क्रीन भरें",
  hideOwn: "अपना वीडियो छिपाएँ",
  showOwn: "अपना वीडियो दिखाएँ",
  refused: {
    fullScreen: "ब्राउज़र फ़ुल स्क्रीन पर नहीं गया। फिर कोशिश करें या ब्राउज़र का अपना मेन्यू इस्तेमाल करें।",
    smallWindow: "ब्राउज़र ने छोटी विंडो नहीं खोली। वीडियो दिखने पर फिर कोशिश करें।",
  },
};
