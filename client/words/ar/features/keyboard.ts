/** What is said of the keyboard in a call, in Arabic. */

import type { KeyboardWords } from "../../en/features/keyboard.ts";

export const keyboard: KeyboardWords = {
  title: "اختصارات لوحة المفاتيح",
  close: "إغلاق الاختصارات",
  microphone: "كتم الصوت أو تشغيله",
  camera: "تشغيل الكاميرا أو إيقافها",
  talk: "اضغط مطولًا للتحدث والصوت مكتوم",
  list: "عرض هذه القائمة",
  space: "مسافة",
  singleKeys: "استخدام المفاتيح المفردة",
};
