/** What the chat of a call says, in Arabic. */

import type { ChatWords } from "../../en/features/chat.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("ar");

export const chat: ChatWords = {
  title: "الدردشة",
  close: "إغلاق الدردشة",
  message: "رسالة",
  send: "إرسال",
  sendAgain: "إعادة الإرسال",
  empty: "ما تكتبه يصل مباشرة إلى صفحة الطرف الآخر، ويختفي حالما تغادر شاشة هذه المكالمة، ما لم يحتفظ به كلاكما.",
  options: "خيارات الدردشة",
  keep: "الاحتفاظ بهذه الدردشة",
  keepNote: "تُحفظ الرسائل الجديدة على هذا الجهاز ما دام هذا الخيار مفعّلًا لدى كليكما، لا الصور.",
  keepAsked: (who) => ["يريد ", who, " الاحتفاظ بهذه الدردشة. يمكنك تفعيل ذلك في خيارات الدردشة."],
  keepAlone: (who) => ["لن يُحتفظ بشيء جديد حتى يفعّل ", who, " هذا الخيار أيضًا."],
  keepBoth: "يحتفظ كلاكما بما تكتبانه، كلٌّ على جهازه.",
  deleteKept: plural({
    one: () => "حذف الرسالة المحفوظة من هذا الجهاز",
    two: () => "حذف الرسالتين المحفوظتين من هذا الجهاز",
    few: (count) => `حذف ${count} رسائل محفوظة من هذا الجهاز`,
    many: (count) => `حذف ${count} رسالة محفوظة من هذا الجهاز`,
    other: (count) => `حذف ${count} رسالة محفوظة من هذا الجهاز`,
  }),
  lacking: (who) => ["صفحة ", who, " قديمة ولا دردشة فيها. اطلب إعادة تحميلها."],
  earlier: "سابقًا",
  thisCall: "هذه المكالمة",
  olderGone: "لم تعد الرسائل الأقدم معروضة.",
  isTyping: (who) => ["يكتب ", who, "…"],
  live: "النص الفوري",
  liveOption: "يتيح لمن تكتب إليه رؤية كل حرف لحظة كتابته.",
  liveNote: "من تكتب إليه يرى كل حرف لحظة كتابته.",
  typed: (who, text) => `يكتب ${who}: ${text}`,
  youWrote: "كتبتَ:",
  theyWrote: (who) => ["كتب ", who, ":"],
  onItsWay: "في الطريق",
  delivered: "وصلت",
  notSent: "لم تُرسل.",
  tooLong: plural({
    one: () => "أطول بحرف واحد",
    two: () => "أطول بحرفين",
    few: (count) => `أطول بـ ${count} أحرف`,
    many: (count) => `أطول بـ ${count} حرفًا`,
    other: (count) => `أطول بـ ${count} حرف`,
  }),
  unread: plural({
    one: () => "رسالة واحدة غير مقروءة",
    two: () => "رسالتان غير مقروءتين",
    few: (count) => `${count} رسائل غير مقروءة`,
    many: (count) => `${count} رسالة غير مقروءة`,
    other: (count) => `${count} رسالة غير مقروءة`,
  }),
  picture: "صورة",
  showPicture: "عرض الصورة",
  openPicture: "فتح الصورة",
  closePicture: "إغلاق الصورة",
  pictureProblems: {
    unreadable: "تعذّرت قراءة هذه الصورة، فلم تُرسل.",
    "too-large": "هذه الصورة كبيرة جدًا. أرسلها كملف.",
    unavailable: "لم تُرسل.",
    unshowable: "لا يمكن عرض هذه الصورة هنا.",
    "too-many": "صور كثيرة دفعة واحدة، فلم يُضف بعضها.",
  },
  newMessage: (who, text) => `رسالة جديدة من ${who}: ${text}`,
};
