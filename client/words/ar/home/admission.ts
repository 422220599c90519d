/** What is said of who may ring, in Arabic. */

import type { AdmissionWords } from "../../en/home/admission.ts";

export const admission: AdmissionWords = {
  whoCanRing: "من يمكنه الاتصال بي",
  who: { everybody: "الجميع", contacts: "جهات الاتصال فقط", nobody: "لا أحد" },
  notes: {
    everybody: "يمكن لكل من لديه رابطك أو معرّفك أن يتصل.",
    contacts: "لا ترنّ إلا مكالمات من حفظتهم أو تحققت منهم. يمكن للآخرين أن يطرقوا الباب بسطر من النص.",
    nobody: "لا ترنّ أي مكالمة. يُقال للمتصلين إنك لا تستطيع التحدث الآن.",
  },

  invitation: "رابط دعوة",
  kinds: { once: "صالح مرة واحدة خلال أسبوع", day: "صالح لمدة يوم", week: "صالح لمدة أسبوع" },
  copyInvitation: "نسخ الدعوة",
  invitationNote: "يستطيع كل من لديه هذا الرابط أن يتصل حتى عندما لا يُسمح بذلك إلا لجهات الاتصال.",
  copied: "نُسخت الدعوة. أرسلها إلى من يُسمح له بالاتصال.",
  until: (when) => `صالحة حتى ${when}`,
  takeBack: "سحب الدعوة",
};
