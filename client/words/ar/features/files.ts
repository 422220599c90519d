/** What is said of files that two people send each other, in Arabic. */

import type { FilesWords } from "../../en/features/files.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("ar");

export const files: FilesWords = {
  title: "الملفات",
  close: "إغلاق الملفات",
  send: "إرسال ملف",
  sendFolder: "إرسال مجلد",
  drop: (who) => `أفلت الملفات لعرضها على ${who}`,
  empty: "اختر ملفات أو اسحبها إلى هنا أو ألصقها. تصل مباشرة إلى صفحة الطرف الآخر، ولا تُرسل إلا بعد قبولها.",
  tooMany: "هذا أكثر مما يمكن دفعة واحدة. أرسل حتى 1000 ملف و64 غيغابايت، أو انتظر انتهاء ما هو جارٍ.",
  offered: (who, what, size) => `يريد ${who} أن يرسل إليك ${what} (${size}).`,
  count: plural({
    one: () => "ملف واحد",
    two: () => "ملفان",
    few: (count) => `${count} ملفات`,
    many: (count) => `${count} ملفًا`,
    other: (count) => `${count} ملف`,
  }),
  accept: "قبول الملف",
  decline: "رفض",
  pause: "إيقاف النقل مؤقتًا",
  resume: "متابعة النقل",
  cancel: "إلغاء النقل",
  save: "حفظ",
  remove: "إزالة من القائمة",
  youSend: "تُرسل:",
  theySend: (who) => `يُرسل ${who}:`,
  waiting: (who) => `بانتظار قبول ${who}`,
  ofAll: (done, all) => `${done} من ${all}`,
  eachSecond: (size) => `${size} في الثانية`,
  left: (duration) => `بقي ${duration}`,
  paused: "متوقف مؤقتًا",
  interrupted: (who) => `انقطع النقل. يُستأنف حالما يعود ${who} والملف لا يزال مفتوحًا لديه.`,
  unsaved: (who) => `بانتظار أن يحفظه ${who}`,
  sent: "أُرسل",
  received: "وصل. احفظه قبل أن تغادر.",
  saved: "حُفظ",
  declined: (who) => `رفض ${who}.`,
  cancelled: "أُلغي",
  problems: {
    "no-room": "لا مساحة كافية على هذا الجهاز. أفرغ بعضها ثم اقبل مرة أخرى.",
    memory: "لا يستقبل هذا المتصفح هنا أكثر من 256 ميغابايت. افتح الصفحة في متصفح آخر أو خارج النافذة الخاصة.",
    storage: "تعذر الحفظ. أفرغ مساحة على هذا الجهاز ثم حاول مرة أخرى.",
    unasked: "تعذر على هذا المتصفح أن يسأل عن مكان الحفظ. اضغط الزر مرة أخرى ليُحفظ في التنزيلات.",
    unreadable: "نُقل الملف أو تغيّر. اختره مرة أخرى.",
    corrupt: "لم يصل سليمًا. اطلب إرساله مرة أخرى.",
    unavailable: "تعذر الإرسال. حاول مرة أخرى، أو اطلب إعادة تحميل صفحة الطرف الآخر.",
  },
  underWay: (what, share) => `${what}: اكتمل ${share}`,
};
