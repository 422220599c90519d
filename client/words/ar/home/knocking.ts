/** What is said where only contacts ring, in Arabic. */

import type { KnockingWords } from "../../en/home/knocking.ts";

export const knocking: KnockingWords = {
  title: "جهات الاتصال فقط",
  contactsOnly: (who) => `لا يستقبل ${who} إلا مكالمات جهات الاتصال. يمكنك أن تطرق الباب بسطر من النص.`,
  inviteOver: (who) =>
    `لم تعد هذه الدعوة صالحة. ربما انتهت مدتها أو سبق استخدامها. يمكنك أن تطرق الباب أو تطلب من ${who} دعوة جديدة.`,
  knockedTitle: "طرقت الباب",
  knocked: (who) => `إن سمح لك ${who} بالدخول فسيتصل بك. أبقِ هذه الصفحة مفتوحة.`,
  yourLine: "اذكر من أنت ولماذا تتصل",
  count: (length, max) => `${length} من ${max} حرفًا`,
  knock: "طرق الباب",

  knocking: "طرق الباب",
  claimed: (who) => `شخص يسمّي نفسه ${who} يطرق الباب`,
  nameless: "شخص لا تعرفه يطرق الباب",
  letIn: "السماح بالدخول",
};
