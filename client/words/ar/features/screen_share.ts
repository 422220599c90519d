/** What is said of sharing the screen, in Arabic. */

import type { ScreenShareWords } from "../../en/features/screen_share.ts";

export const screenShare: ScreenShareWords = {
  share: "مشاركة الشاشة",
  stop: "إيقاف المشاركة",
  swap: "تبديل الصورتين",
  sharedScreen: "الشاشة المشتركة",
  sharing: "أنت تشارك شاشتك.",
  sharingWithSound: "أنت تشارك شاشتك مع صوتها.",
  stopped: "لم تعد تشارك شاشتك.",
  theyShare: (who) => `${who} يشارك شاشته.`,
  theyStopped: (who) => `${who} لم يعد يشارك شاشته.`,
  moving: "حركة سلسة",
  zoomIn: "تكبير الشاشة المشارَكة",
  zoomOut: "تصغير",
  zoomWhole: "عرض الشاشة المشارَكة كاملة",
  zoomed: (percent: number) => `تُعرض الشاشة المشارَكة بنسبة ${percent} بالمئة.`,
  problems: {
    blocked: "النظام لا يسمح لهذا المتصفح بتسجيل الشاشة. " +
      "اسمح بذلك في إعدادات الخصوصية في النظام، ثم اضغط «مشاركة الشاشة» مرة أخرى.",
    nothing: "لم يوجد ما يُشارَك. افتح النافذة التي تريد عرضها، ثم اضغط «مشاركة الشاشة» مرة أخرى.",
    failed: "تعذّرت مشاركة شاشتك. اضغط «مشاركة الشاشة» مرة أخرى، واختر نافذة أو علامة تبويب.",
  },
};
