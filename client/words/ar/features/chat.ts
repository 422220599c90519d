/** What the chat of a call says, in Arabic. */

import type { ChatWords } from "../../en/features/chat.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("ar");

export const chat: ChatWords = {
  title: "الدردشة",
  close: "إغلاق الدردشة",
  message: "رسالة",
  send: "إرسال",
  sendAgain: "إعادة الإرسال",
  empty: "ما تكتبه يصل مباشرة إلى صفحة الطرف الآخر، ويختفي حالما تغادر شاشة هذه المكالمة.",
  lacking: (who) => ["صفحة ", who, " قديمة ولا دردشة فيها. اطلب إعادة تحميلها."],
  olderGone: "لم تعد الرسائل الأقدم معروضة.",
  isTyping: (who) => ["يكتب ", who, "…"],
  youWrote: "كتبتَ:",
  theyWrote: (who) => ["كتب ", who, ":"],
  onItsWay: "في الطريق",
  delivered: "وصلت",
  notSent: "لم تُرسل.",
  tooLong: plural({
    one: () => "أطول بحرف واحد",
    two: () => "أطول بحرفين",
    few: (count) => `أطول بـ ${count} أحرف`,
    many: (count) => `أطول بـ ${count} حرفًا`,
    other: (count) => `أطول بـ ${count} حرف`,
  }),
  unread: plural({
    one: () => "رسالة واحدة غير مقروءة",
    two: () => "رسالتان غير مقروءتين",
    few: (count) => `${count} رسائل غير مقروءة`,
    many: (count) => `${count} رسالة غير مقروءة`,
    other: (count) => `${count} رسالة غير مقروءة`,
  }),
  newMessage: (who, text) => `رسالة جديدة من ${who}: ${text}`,
};
