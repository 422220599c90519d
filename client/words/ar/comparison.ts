/** What the panel for comparing words says, in Arabic; `things.ts` has the words themselves. */

import type { ComparisonWords } from "../en/comparison.ts";

const waiting = "جارٍ إحضار الكلمات من الطرفين…";

export const comparison: ComparisonWords = {
  verify: "تحقُّق",
  verified: "تم التحقق",
  wouldCompare: (who) => ["يود ", who, " مقارنة الكلمات."],
  showWords: "عرض الكلمات",
  compareWith: (who) => ["مقارنة الكلمات مع ", who],
  close: "إغلاق",
  readAloud: "ليقرأ كل منكما هذه الكلمات للآخر. إن كانت نفسها وبالترتيب نفسه عندكما، فلا أحد بينكما.",
  orNumber: (number) => ["أو قارنا الرقم ", number],
  differ: "مختلفة",
  match: "متطابقة",
  verifiedAt: (moment) => `تحققتَ من هذا المعرّف: ${moment}`,
  reallyDiffer: "سبق أن تحققتَ من هذا المعرّف. إن كانت الكلمات مختلفة حقًا الآن فقد يكون أحد بينكما: تنتهي المكالمة، " +
    "ولا يُعدّ هذا المعرّف متحققًا منه بعد ذلك.",
  stay: "رجوع",
  end: "إنهاء المكالمة",
  tryAgain: "المحاولة من جديد",
  phases: {
    idle: waiting,
    waiting,
    done: waiting,
    aborted: "لم يُجب الطرف الآخر. ابقَ في المكالمة وحاول من جديد.",
    refused: "انقطعت ثلاث مقارنات مع هذا المعرّف خلال ساعة، وكل منها فرصة للتخمين لمن قد يكون بينكما. " +
      "انتظر ساعة، ثم اتصل من جديد لتقارن.",
    broken: "أرسل الطرف الآخر ما لا يصح. لا تعتمد على هذه المكالمة.",
  },
};
