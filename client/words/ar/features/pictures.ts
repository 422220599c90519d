/** What is said of how pictures are shown in a call, in Arabic. */

import type { PictureWords } from "../../en/features/pictures.ts";

export const pictures: PictureWords = {
  fullScreen: "ملء الشاشة",
  smallWindow: "صورة داخل صورة",
  whole: "عرض الصورة كاملة",
  filling: "ملء الشاشة بالصورة",
  hideOwn: "إخفاء صورتك",
  showOwn: "إظهار صورتك",
  refused: {
    fullScreen: "لم ينتقل المتصفح إلى ملء الشاشة. اضغط مرة أخرى، أو استخدم قائمته.",
    smallWindow: "لم يفتح المتصفح النافذة الصغيرة. اضغط مرة أخرى عندما ترى صورة.",
  },
};
