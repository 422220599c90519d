/** What is said of messages that people leave each other, in Arabic. */

import type { NoteWords } from "../../en/home/notes.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("ar");

export const notes: NoteWords = {
  leave: "ترك رسالة",
  titleFor: (who) => `رسالة إلى ${who}`,
  message: "الرسالة",
  use: "تبقى على هذا الجهاز حتى تكونا متصلين في الوقت نفسه، ولا يستطيع قراءتها سوى المستلم.",
  characters: (count, max) => `${count} من ${max} حرف`,
  submit: "ترك الرسالة",
  cancel: "إلغاء",
  unable: "لا يستطيع هذا المتصفح تشفير الرسائل. حدّثه لتتمكن من ترك رسالة.",
  full: "عدد الرسائل المنتظرة كبير جدًا. ألغِ واحدة ثم حاول مجددًا.",
  waiting: (who, count) =>
    plural({
      one: () => `رسالة واحدة إلى ${who} تنتظر حتى تكونا متصلين في الوقت نفسه.`,
      two: () => `رسالتان إلى ${who} تنتظران حتى تكونا متصلين في الوقت نفسه.`,
      few: (count) => `${count} رسائل إلى ${who} تنتظر حتى تكونا متصلين في الوقت نفسه.`,
      many: (count) => `${count} رسالة إلى ${who} تنتظر حتى تكونا متصلين في الوقت نفسه.`,
      other: (count) => `${count} رسالة إلى ${who} تنتظر حتى تكونا متصلين في الوقت نفسه.`,
    })(count),
  delivered: (who) => `وصلت إلى ${who}`,

  title: "الرسائل",
  from: (who) => `ترك ${who} رسالة`,
  announced: (who) => `يريد ${who} ترك رسالة، ولم تصل بعد.`,
  strangers: plural({
    one: () => "رسالة واحدة من شخص لا تعرفه",
    two: () => "رسالتان من أشخاص لا تعرفهم",
    few: (count) => `${count} رسائل من أشخاص لا تعرفهم`,
    many: (count) => `${count} رسالة من أشخاص لا تعرفهم`,
    other: (count) => `${count} رسالة من أشخاص لا تعرفهم`,
  }),
  delete: "حذف",
};
