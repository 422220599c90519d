/** What is said of sharing the screen, in Hindi. */

import type { ScreenShareWords } from "../../en/features/screen_share.ts";

export const screenShare: ScreenShareWords = {
  share: "स्क्रीन शेयर करें",
  stop: "शेयर करना बंद करें",
  swap: "वीडियो बदलें",
  sharedScreen: "शेयर की गई स्क्रीन",
  sharing: "आपकी स्क्रीन शेयर हो रही है।",
  sharingWithSound: "आपकी स्क्रीन और उसकी आवाज़ शेयर हो रही है।",
  stopped: "आपकी स्क्रीन अब शेयर नहीं हो रही।",
  theyShare: (who) => `${who} की स्क्रीन शेयर हो रही है।`,
  theyStopped: (who) => `${who} की स्क्रीन अब शेयर नहीं हो रही।`,
  moving: "स्मूद मोशन",
  zoomIn: "ज़ूम इन करें",
  zoomOut: "ज़ूम आउट करें",
  zoomWhole: "पूरी स्क्रीन दिखाएँ",
  zoomed: (percent) => `शेयर की गई स्क्रीन ${percent} प्रतिशत पर दिख रही है।`,
  problems: {
    blocked: "इस ब्राउज़र को स्क्रीन रिकॉर्ड करने की अनुमति नहीं है। सिस्टम की निजता सेटिंग में अनुमति दें, फिर शेयर करें।",
    nothing: "शेयर करने के लिए कुछ नहीं था। जो विंडो दिखानी है उसे खोलें, फिर शेयर करें।",
    failed: "आपकी स्क्रीन शेयर नहीं हो सकी। फिर शेयर करें और कोई विंडो या टैब चुनें।",
  },
};
