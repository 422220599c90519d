/** What is said of how good a call's connection is, and its details, in Arabic. */

import type { DetailWords, QualityWords } from "../../en/features/quality.ts";

export const quality: QualityWords = {
  title: "الاتصال",
  levels: ["اتصال سيئ جدًا", "اتصال ضعيف", "اتصال متوسط", "اتصال جيد"],
  losing: {
    own: "اتصالك يفقد الصوت.",
    theirs: (who) => `اتصال ${who} يفقد الصوت.`,
    both: "الاتصال يفقد الصوت.",
  },
  slow: {
    own: "اتصالك بطيء.",
    theirs: (who) => `اتصال ${who} بطيء.`,
    both: "الاتصال بطيء.",
  },
  busy: {
    own: "هذا الجهاز لا يستطيع مجاراة المكالمة.",
    theirs: (who) => `جهاز ${who} لا يستطيع مجاراة المكالمة.`,
  },
  directBy: (protocol) => `مباشر عبر ${protocol}`,
  relayedBy: (protocol) => `عبر خادم وسيط بواسطة ${protocol}`,
};

export const details: DetailWords = {
  received: "ما تستقبله",
  sent: "ما ترسله",
  roundTrip: "ذهابًا وإيابًا",
  delay: "التأخير",
  lost: "الصوت المفقود",
  picture: "الصورة",
  rate: "معدل البيانات",
  repeats: "تكرار الصوت",
  path: "المسار",
  codecs: "برامج الترميز",
  encryption: "التشفير",
  close: "إغلاق",
  kept: "تُحفظ تفاصيل المكالمات الأخيرة على هذا الجهاز، من دون أسماء.",
  exportRecords: "تصدير",
  deleteRecords: "حذف",
};
