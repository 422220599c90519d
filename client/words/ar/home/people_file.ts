/** What is said of people in a file, in Arabic. */

import type { PeopleFileWords } from "../../en/home/people_file.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("ar");

export const peopleFile: PeopleFileWords = {
  note: "احتفظ بنسخة من قائمة الأشخاص لديك أو انقلها إلى جهاز آخر. عبارة المرور هذه وحدها تفتح الملف.",
  passphrase: "عبارة المرور",
  tooShort: "استخدم 8 أحرف على الأقل.",
  export: "تصدير",
  import: "استيراد",
  exported: plural({
    zero: () => "لم يُصدَّر أحد.",
    one: () => "تم تصدير شخص واحد.",
    two: () => "تم تصدير شخصين.",
    few: (count) => `تم تصدير ${count} أشخاص.`,
    many: (count) => `تم تصدير ${count} شخصًا.`,
    other: (count) => `تم تصدير ${count} شخص.`,
  }),
  imported: plural({
    zero: () => "لم يُستورَد أحد.",
    one: () => "تم استيراد شخص واحد.",
    two: () => "تم استيراد شخصين.",
    few: (count) => `تم استيراد ${count} أشخاص.`,
    many: (count) => `تم استيراد ${count} شخصًا.`,
    other: (count) => `تم استيراد ${count} شخص.`,
  }),
  wrong: "عبارة المرور هذه لا تفتح هذا الملف. تحقق منها ثم حاول مرة أخرى.",
  foreign: "لا يمكن قراءة هذا الملف هنا. اختر ملفًا صُدِّر من هذه الصفحة.",
  tooLarge: "هذا الملف أكبر من أن يكون قد صُدِّر من هنا.",
  done: "تم",
};
