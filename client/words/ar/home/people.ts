/** What the list of people says, in Arabic. */

import type { PeopleWords } from "../../en/home/people.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("ar");

export const people: PeopleWords = {
  file: "الأشخاص في ملف",
  search: "البحث في الأشخاص",
  noneFound: "لا أحد هنا بهذا الاسم أو المعرّف.",
  missedCalls: "مكالمات فائتة",
  clear: "مسح",
  strangers: "أشخاص لا تعرفهم",
  others: "جهات الاتصال والمكالمات الأخيرة",
  showMore: "عرض المزيد",
  callBack: "معاودة الاتصال",
  callBackTo: (who) => `معاودة الاتصال بـ ${who}`,
  videoCall: "مكالمة فيديو",
  videoCallTo: (who) => `مكالمة فيديو مع ${who}`,
  voiceCall: "مكالمة صوتية",
  voiceCallTo: (who) => `مكالمة صوتية مع ${who}`,
  moreOf: (who) => `المزيد عن ${who}`,
  claimed: (name) => `«${name}»`,
  callCount: plural({
    two: () => "مكالمتان",
    few: (count) => `${count} مكالمات`,
    many: (count) => `${count} مكالمة`,
    other: (count) => `${count} مكالمة`,
  }),
  online: "متصل الآن",
  verified: "تم التحقق",
  contact: "جهة اتصال",
  saveContact: "حفظ جهة الاتصال",
  removeContact: "إزالة جهة الاتصال",
  yourName: "الاسم الذي تطلقه على هذا الشخص",
  yourNameNote: "أنت وحدك تراه.",
  mute: "كتم",
  muteNote: "لن ترنّ مكالمات هذا الشخص. ستجدها ضمن المكالمات الفائتة.",
  notMuted: "غير مكتوم",
  forAnHour: "لمدة ساعة",
  untilTomorrow: "حتى صباح الغد",
  always: "حتى تلغي الكتم",
  muted: "مكتوم",
  mutedUntil: (time) => `مكتوم حتى ${time}`,
  forget: "حذف",
  forgetAsk: (who) => `هل تريد حذف ${who} من هذا الجهاز؟ إذا اتصل بك مجددًا فسيظهر كشخص لا تعرفه.`,
  cancel: "إلغاء",
  done: "تم",
  didNotLoad: "تعذّر تحميل هذا الجزء. تحقق من اتصالك ثم حاول مرة أخرى.",
  unblock: "إلغاء الحظر",
  unblockThem: (who) => `إلغاء حظر ${who}`,
  blockedCount: (count) => `المحظورون (${count})`,
};
