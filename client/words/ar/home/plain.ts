/** What pages say that run no script, in Arabic. */

import type { PlainWords } from "../../en/home/plain.ts";

export const plain: PlainWords = {
  needsScript: "تحتاج مكالمات الفيديو إلى JavaScript. فعّله لهذه الصفحة ثم أعد تحميلها.",
  nothing: {
    title: "لا شيء هنا",
    heading: "لا شيء هنا",
    explanation:
      "هذا العنوان لا يؤدي إلى أي مكان. إن أرسل إليك أحد رابطًا فانسخه كاملًا وحاول من جديد: ينتهي بخمس مجموعات، في كل منها أربعة أحرف وأرقام.",
    home: "إلى الصفحة الأولى",
  },
};
