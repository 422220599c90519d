/** What the screens of a call say while it is on, in Arabic; with what features say there. */

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
  storageFull: "لم تعد في هذا المتصفح مساحة كافية، لذا يبقى ما تغيّره إلى أن تغلق علامة التبويب هذه. " +
    "أفرغ بعض المساحة على هذا الجهاز ليُحفظ.",
  phase: {
    ringing: "يرنّ…",
    heldBack: "اتصالات كثيرة. سيرنّ حالما يُسمح.",
    patient: "صفحته ليست مفتوحة. سنواصل المحاولة.",
    about: "على وشك الاتصال…",
    calling: "جارٍ الاتصال…",
    rejoining: "جارٍ الانضمام مجددًا…",
    video: "مكالمة فيديو",
    voice: "مكالمة صوتية",
    connected: "متصل",
    away: "في انتظار عودة الطرف الآخر…",
    connecting: "جارٍ التوصيل…",
    reconnecting: "جارٍ إعادة التوصيل…",
    ended: "انتهت المكالمة",
  },
  state: {
    ringing: (who) => `يرنّ… في انتظار رد ${who}.`,
    heldBack: (who) => `اتصلت شبكتك بـ ${who} مرات كثيرة في وقت قصير. سيرنّ حالما يُسمح.`,
    patient: (who) => `صفحة ${who} ليست مفتوحة. سنواصل المحاولة.`,
    about: (who) => `على وشك الاتصال بـ ${who}…`,
    calling: (who) => `جارٍ الاتصال بـ ${who}…`,
    rejoining: (who) => `جارٍ الانضمام مجددًا إلى المكالمة مع ${who}…`,
    video: (who) => `يتصل بك ${who} بالفيديو.`,
    voice: (who) => `يتصل بك ${who}.`,
    away: (who) => `لم يُجب ${who} منذ قليل. انتظر أو أنهِ المكالمة.`,
    connecting: (who) => `جارٍ التوصيل مع ${who}…`,
    connected: (who) => `أنت متصل مع ${who}.`,
    joining: (who) => `${who} على وشك الانضمام.`,
    reconnectingAway: (who) => `جارٍ إعادة التوصيل… لم يُجب ${who} منذ قليل. تنتظره المكالمة دقيقتين، أو أنهِها الآن.`,
    reconnecting: "جارٍ إعادة التوصيل… انقطع الاتصال. ابقَ هنا، سيعود من تلقاء نفسه.",
    ended: "انتهت المكالمة.",
  },
  title: {
    waiting: "يتصل بك شخص ما…",
    outgoing: (who) => `جارٍ الاتصال بـ ${who}…`,
    incoming: (who) => `يتصل بك ${who}…`,
    connected: (who) => `في مكالمة مع ${who}`,
    reconnecting: (who) => `جارٍ إعادة التوصيل مع ${who}…`,
    missed: (who) => `مكالمة فائتة من ${who}`,
  },

  namedByLink: "هذا الاسم من الرابط. ستعرف هل هو فعلًا صاحبه عند الرد.",
  otherUnderName: (who) => `ليس هذا المعرّف الذي كان لـ ${who} من قبل، فقد يكون شخصًا آخر بهذا الاسم.`,
  askThem: "اسأل عن شيء لا يعرف جوابه إلا الشخص نفسه.",
  compareToBeSure: "قارنا الكلمات للتأكد.",
  itsThem: "إنه هو",
  neverTalked: "لم تتحدث مع هذا المعرّف من قبل.",
  neverTalkedClaimed: "لم تتحدث مع هذا المعرّف من قبل. الاسم هو ما يسمّي به نفسه.",

  controls: "أزرار المكالمة",
  mute: "كتم الصوت",
  unmute: "إلغاء كتم الصوت",
  cameraOn: "تشغيل الكاميرا",
  cameraOff: "إيقاف الكاميرا",
  resting: "المكالمة معلّقة. يسري هذا عند استئنافها.",
  cancel: "إلغاء",
  hangUp: "إنهاء المكالمة",
  more: "المزيد",
  incomingCall: "مكالمة واردة",
  accept: "رد",
  acceptWithoutVideo: "الرد من دون فيديو",
  decline: "رفض",
  silence: "إسكات",
  ownPicture: "صورتك",
  ownPictureMoves: "صورتك، تُحرَّك بأسهم لوحة المفاتيح",
  remoteVideo: "صورة الطرف الآخر",
  theirCameraOff: (who) => ["كاميرا ", who, " متوقفة"],
  joining: (who) => `${who} على وشك الانضمام`,
  theyAreMuted: (who) => ["الصوت مكتوم عند ", who],
  waitsForTap: "ينتظر المتصفح لمسة منك قبل أن يشغّل المكالمة.",
  tapForSound: "تشغيل الصوت",
  featuresMissing: "لم يُحمَّل جزء من الصفحة، وقد ينقص شيء هنا.",
  tryAgain: "المحاولة من جديد",
  callAgain: "الاتصال من جديد",
  keepWaiting: "متابعة الانتظار",
  pageClosed: (who) => `أُغلقت صفحة ${who}. في الانتظار…`,
  gone: (who) => `غادر ${who}. اتصل مجددًا أو واصل الانتظار.`,
  back: "رجوع",
};
