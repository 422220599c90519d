/** What is said of ringing, and of when there is none, in Arabic. */

import type { RingingWords } from "../../en/home/ringing.ts";

export const ringing: RingingWords = {
  quiet: "وضع عدم الإزعاج مفعّل.",
  quietUntil: (time) => `عدم الإزعاج حتى ${time}.`,
  didNotLoad: "لم تُحمَّل هذه الإعدادات. تحقق من اتصالك ثم حاول مرة أخرى.",
  done: "تم",

  doNotDisturb: "عدم الإزعاج",
  whatQuietIs: "لا يصدر عن المكالمات صوت ولا تعترض طريقك. تجدها ضمن المكالمات الفائتة.",
  forAnHour: "لمدة ساعة",
  daily: "كل يوم",
  from: "من",
  to: "إلى",
  noTime: "الوقتان متطابقان، فلا يغيّر هذا شيئًا.",

  tone: "نغمة الرنين",
  tones: { classic: "كلاسيكية", chimes: "أجراس", drops: "قطرات", telephone: "هاتف" },
  testRing: "تجربة الرنين",
  toneNote: "بحسب مستوى الصوت في هذا الجهاز.",
  heard: "يجب أن تسمعها الآن. إن لم تسمعها فارفع صوت هذا الجهاز.",
  unheard: "لا يسمح هذا المتصفح للصفحة بالرنين. اسمح لها بالصوت في إعدادات الموقع وتحقق من مكبر الصوت.",
};
