/** What the first screen says, in Arabic; with what every page says and why the server opens no socket. */

import type { FirstWords } from "../en/first.ts";
import { createPlural } from "../grammar/plurals.ts";

export { insecure } from "./insecure.ts";
export { page } from "./page.ts";
export { refusals } from "./refusals.ts";

const plural = createPlural("ar");

export const first: FirstWords = {
  untaken: (who, why) => `اتصل بك ${who}. ${why}`,
  tabLifetime: "يبقى هذا المعرّف حتى تغلق هذا اللسان، لأن المتصفح لا يحتفظ بشيء لهذه الصفحة. " +
    "اخرج من التصفح الخاص لتحصل على معرّف يبقى.",
  framedLifetime: "داخل موقع آخر قد يكون لك معرّف مختلف.",
  unansweredLifetime: "لا تستجيب ذاكرة المتصفح، لذلك لهذا اللسان معرّف خاص به حتى تغلقه. " +
    "أعد تشغيل المتصفح لتستعيد معرّفك المعتاد.",
  unread: "لا تستجيب ذاكرة المتصفح، لذلك لا يظهر اسمك ولا مكالماتك الفائتة، وما تغيّره يدوم حتى تغلق هذا اللسان. " +
    "أعد تحميل الصفحة، أو أعد تشغيل المتصفح.",
  damaged: "تعذرت قراءة بعض ما حفظه المتصفح لهذه الصفحة. تحقق من اسمك ومن «إخفاء عنوان IP الخاص بي» ومن المحظورين.",
  reachable: "كل من لديه رابطك يستطيع الاتصال بك ما دامت هذه الصفحة مفتوحة.",
  linkCopied: "نُسخ الرابط. أرسله إلى من تريد أن يتصل بك.",
  idCopied: "نُسخ المعرّف. أرسله إلى من تريد أن يتصل بك.",
  copyByHand: "النص محدَّد. انسخه بالضغط على Ctrl + C، أو ⌘ C على Mac.",
  unreadableId: "يكون المعرّف على هذا الشكل: \u2066k7mq-2vhd-9xtr-w4pz-0b5n\u2069.",
  emptyId: "اكتب المعرّف أو ألصق الرابط.",
  brokenLink: "هذا الرابط غير مكتمل. اطلب إرساله مرة أخرى، أو اكتب المعرّف.",
  ownId: "هذا معرّفك أنت، به يتصل بك الآخرون.",
  hiddenAndNoRelay: "أوقف «إخفاء عنوان IP الخاص بي» لتتصل.",
  relayOnly: "تمر المكالمات عبر خادم وسيط. لا يرى الآخرون عنوانك.",
  noRelay: "لا يوفر هذا الخادم وسيطًا، وهو لازم لذلك.",
  relayStuck: "لا يوفر هذا الخادم وسيطًا، فلن تتصل المكالمات. أوقف هذا الخيار لتتصل.",
  blocked: "تم الحظر. لن يصلك رنين منه بعد الآن، ولن يعلم بذلك.",

  language: "اللغة",
  unspoken: (name) => `تعذر تحميل ${name}. تحقق من اتصالك ثم اختر اللغة مرة أخرى.`,
  tagline: "تنتقل المكالمات من متصفح إلى متصفح، مشفَّرة من الطرف إلى الطرف.",
  invitation: (id) => ["الاتصال بـ ", id, "؟"],
  byLink: "لقد فتحت رابط هذا الشخص.",
  namedByLink: "هذا الاسم من الرابط. ستعرف هل هو فعلًا صاحبه بعد المكالمة الأولى.",
  seesId: "سيرى معرّفك.",
  seesIdAndName: "سيرى معرّفك واسمك.",
  yourId: "معرّفك",
  copy: "نسخ",
  copyLink: "نسخ الرابط",
  shareLink: "مشاركة الرابط",
  qrCode: "رمز QR",
  scanMe: "امسح هذا الرمز للاتصال بي",
  closeQr: "إغلاق",
  qrMissing: "لم يُحمَّل رمز QR. تحقق من اتصالك، ثم أعد تحميل الصفحة.",
  callMe: "اتصل بي",
  ringing: "الرنين",
  textToCopy: "نص للنسخ",
  idOrLink: "معرّف أو رابط",
  pasteOrType: "ألصق رابطًا أو اكتب معرّفًا",
  call: "اتصال",
  yourName: "اسمك",
  nameUse: "يراه من تكلّمه ومن يفتح رابطك.",
  optional: "اختياري",
  hideAddress: "إخفاء عنوان IP الخاص بي",

  calls: "المكالمات",
  missedCalls: "مكالمات فائتة",
  clear: "مسح",
  strangers: "أشخاص لا تعرفهم",
  callBack: "معاودة الاتصال",
  callBackTo: (who) => `معاودة الاتصال بـ ${who}`,
  claimed: (name) => `«${name}»`,
  callCount: plural({
    two: () => "مكالمتان",
    few: (count) => `${count} مكالمات`,
    many: (count) => `${count} مكالمة`,
    other: (count) => `${count} مكالمة`,
  }),
  unverified: plural({
    one: () => "تعذّر التحقق من مكالمة واحدة، فلم ترنّ.",
    two: () => "تعذّر التحقق من مكالمتين، فلم ترنّا.",
    few: (count) => `تعذّر التحقق من ${count} مكالمات، فلم ترنّ.`,
    other: (count) => `تعذّر التحقق من ${count} مكالمة، فلم ترنّ.`,
  }),
  untakenCount: plural({
    one: () => "وردت مكالمة واحدة، لكن هذه الصفحة لا تستطيع استقبال المكالمات.",
    two: () => "وردت مكالمتان، لكن هذه الصفحة لا تستطيع استقبال المكالمات.",
    few: (count) => `وردت ${count} مكالمات، لكن هذه الصفحة لا تستطيع استقبال المكالمات.`,
    other: (count) => `وردت ${count} مكالمة، لكن هذه الصفحة لا تستطيع استقبال المكالمات.`,
  }),
  block: "حظر",
  blockThem: (who) => `حظر ${who}`,
  unblock: "إلغاء الحظر",
  unblockThem: (who) => `إلغاء حظر ${who}`,
  blockedCount: (count) => `المحظورون (${count})`,
};
