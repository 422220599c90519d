/** What the screens of a call say while it is on, in Hindi; with what is said of devices, of words, of screens and in the chat. */

import type { CallWords } from "../en/call.ts";

export { chat } from "./features/chat.ts";
export { comparison } from "./comparison.ts";
export { devices } from "./features/devices.ts";
export { draw } from "./features/draw.ts";
export { files } from "./features/files.ts";
export { hold } from "./features/hold.ts";
export { keyboard } from "./features/keyboard.ts";
export { media } from "./media.ts";
export { pictures } from "./features/pictures.ts";
export { preview } from "./features/preview.ts";
export { reactions } from "./features/reactions.ts";
export { screenShare } from "./features/screen_share.ts";

export const call: CallWords = {
  storageFull: "इस ब्राउज़र में जगह नहीं बची, इसलिए आपके बदलाव सिर्फ़ इस टैब के बंद होने तक रहेंगे। " +
    "उन्हें बनाए रखने के लिए इस डिवाइस पर जगह खाली करें।",
  phase: {
    ringing: "घंटी बज रही है…",
    heldBack: "बहुत बार कॉल किया गया। अनुमति मिलते ही घंटी बजेगी।",
    patient: "उनका पेज खुला नहीं है। कोशिश जारी रहेगी।",
    about: "कॉल शुरू होने वाली है…",
    calling: "कॉल किया जा रहा है…",
    rejoining: "कॉल में वापसी हो रही है…",
    video: "वीडियो कॉल",
    voice: "वॉइस कॉल",
    connected: "कनेक्ट हो गया",
    away: "उनके लौटने का इंतज़ार है…",
    connecting: "कनेक्ट हो रहा है…",
    reconnecting: "फिर से कनेक्ट हो रहा है…",
    ended: "कॉल खत्म हुई",
  },
  state: {
    ringing: (who) => `घंटी बज रही है… ${who} के जवाब का इंतज़ार है।`,
    heldBack: (who) => `आपके नेटवर्क से कम समय में ${who} को बहुत बार कॉल किया गया। अनुमति मिलते ही घंटी बजेगी।`,
    patient: (who) => `${who} का पेज खुला नहीं है। कोशिश जारी रहेगी।`,
    about: (who) => `${who} को कॉल शुरू होने वाली है…`,
    calling: (who) => `${who} को कॉल किया जा रहा है…`,
    rejoining: (who) => `${who} के साथ कॉल में वापसी हो रही है…`,
    video: (who) => `${who} की वीडियो कॉल आ रही है।`,
    voice: (who) => `${who} की कॉल आ रही है।`,
    away: (who) => `कुछ देर से ${who} की ओर से कोई जवाब नहीं है। इंतज़ार करें या कॉल काट दें।`,
    connecting: (who) => `${who} से कनेक्ट हो रहा है…`,
    connected: (who) => `${who} से कनेक्ट हो गया।`,
    joining: (who) => `${who} के जुड़ने का इंतज़ार है।`,
    reconnectingAway: (who) =>
      `फिर से कनेक्ट हो रहा है… कुछ देर से ${who} की ओर से कोई जवाब नहीं है। कॉल दो मिनट तक इंतज़ार करेगी, या अभी काट दें।`,
    reconnecting: "फिर से कनेक्ट हो रहा है… कनेक्शन टूट गया था। यहीं रहें, यह अपने-आप जुड़ जाएगा।",
    ended: "कॉल खत्म हो गई है।",
  },
  title: {
    waiting: "किसी की कॉल आ रही है…",
    outgoing: (who) => `${who} को कॉल किया जा रहा है…`,
    incoming: (who) => `${who} की कॉल आ रही है…`,
    connected: (who) => `${who} के साथ कॉल जारी`,
    reconnecting: (who) => `${who} से फिर से कनेक्ट हो रहा है…`,
    missed: (who) => `${who} की मिस्ड कॉल`,
  },

  namedByLink: "यह नाम लिंक में लिखा है। नाम सही है या नहीं, यह जवाब मिलने पर पता चलेगा।",
  otherUnderName: (who) => `यह वह ID नहीं है जो पहले ${who} की थी, इसलिए हो सकता है कोई और यह नाम इस्तेमाल कर रहा हो।`,
  askThem: "कुछ ऐसा पूछें जो सिर्फ़ उन्हें पता हो।",
  compareToBeSure: "पक्का करने के लिए शब्द मिलाएँ।",
  itsThem: "ये वही हैं",
  neverTalked: "इस ID से आपकी पहले कभी बात नहीं हुई।",
  neverTalkedClaimed: "इस ID से आपकी पहले कभी बात नहीं हुई। यह नाम उन्होंने खुद रखा है।",

  controls: "कॉल के कंट्रोल",
  mute: "म्यूट करें",
  unmute: "अनम्यूट करें",
  cameraOn: "कैमरा चालू करें",
  cameraOff: "कैमरा बंद करें",
  resting: "कॉल होल्ड पर है। यह कॉल फिर शुरू होने पर लागू होगा।",
  cancel: "रद्द करें",
  hangUp: "कॉल काटें",
  more: "और",
  incomingCall: "इनकमिंग कॉल",
  accept: "स्वीकार करें",
  acceptWithoutVideo: "वीडियो के बिना स्वीकार करें",
  decline: "अस्वीकार करें",
  silence: "घंटी बंद करें",
  ownPicture: "आपका वीडियो",
  ownPictureMoves: "आपका वीडियो, तीर वाली कुंजियों से खिसकाएँ",
  remoteVideo: "दूसरी ओर का वीडियो",
  theirCameraOff: (who) => [who, " का कैमरा बंद है"],
  joining: (who) => `${who} के जुड़ने का इंतज़ार है`,
  theyAreMuted: (who) => [who, " म्यूट पर हैं"],
  waitsForTap: "जब तक आप टैप नहीं करते, ब्राउज़र कॉल नहीं चलाएगा।",
  tapForSound: "आवाज़ के लिए टैप करें",
  featuresMissing: "पेज का कुछ हिस्सा लोड नहीं हुआ, इसलिए यहाँ कुछ कम हो सकता है।",
  tryAgain: "फिर कोशिश करें",
  callAgain: "फिर कॉल करें",
  keepWaiting: "इंतज़ार जारी रखें",
  pageClosed: (who) => `${who} का पेज बंद हो गया। इंतज़ार है…`,
  gone: (who) => `${who} ने कॉल छोड़ दी है। फिर कॉल करें या इंतज़ार जारी रखें।`,
  back: "वापस",
};
