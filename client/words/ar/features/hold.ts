/** What calls on hold and a second call are called, in Arabic. */

import type { HoldWords } from "../../en/features/hold.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("ar");

const more = plural({
  one: () => "شخص آخر",
  two: () => "شخصان آخران",
  other: (count) => `${count} آخرون`,
});

const strangers = plural({
  one: () => "يتصل بك شخص لا تعرفه",
  two: () => "يتصل بك شخصان لا تعرفهما",
  few: (count) => `يتصل بك ${count} أشخاص لا تعرفهم`,
  other: (count) => `يتصل بك ${count} شخصًا لا تعرفهم`,
});

export const hold: HoldWords = {
  waitingCalls: "مكالمات في الانتظار",
  show: "عرض",
  waiting: {
    known: (who) => `يتصل بك ${who}`,
    knownAndMore: (who, others) => `يتصل بك ${who} و${more(others)}`,
    strangers,
    knownAndStrangers: (who, count) =>
      plural({
        one: () => `يتصل بك ${who} وشخص لا تعرفه`,
        two: () => `يتصل بك ${who} وشخصان لا تعرفهما`,
        few: (few) => `يتصل بك ${who} و${few} أشخاص لا تعرفهم`,
        other: (many) => `يتصل بك ${who} و${many} شخصًا لا تعرفهم`,
      })(count),
    all: (who, others, count) =>
      plural({
        one: () => `يتصل بك ${who} و${more(others)} وشخص لا تعرفه`,
        two: () => `يتصل بك ${who} و${more(others)} وشخصان لا تعرفهما`,
        few: (few) => `يتصل بك ${who} و${more(others)} و${few} أشخاص لا تعرفهم`,
        other: (many) => `يتصل بك ${who} و${more(others)} و${many} شخصًا لا تعرفهم`,
      })(count),
  },
  hold: "تعليق",
  resume: "استئناف",
  holdAndAnswer: "تعليق والرد",
  endAndAnswer: "إنهاء والرد",
  title: "قيد الانتظار",
  swap: "تبديل",
  swapTo: (who) => `تبديل إلى ${who}`,
  leave: (who) => `إنهاء المكالمة مع ${who}`,
  said: {
    own: (who) => ["المكالمة مع ", who, " معلّقة. لا يسمع أحدكما الآخر ولا يراه."],
    theirs: (who) => ["المكالمة معلّقة من جهة ", who, ". لا يسمعك أحد ولا يراك حتى تُستأنف."],
    both: (who) => ["المكالمة مع ", who, " معلّقة من الجهتين. على كلٍّ منكما استئنافها."],
  },
  screenRests: "شاشتك لا تظهر في هذه الأثناء.",
  resumed: (who) => `عدت إلى المكالمة مع ${who}.`,
  heldEnded: (who) => `انتهت المكالمة المعلّقة مع ${who}.`,
};
