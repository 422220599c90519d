/** What is said of who may ring, in Arabic. */

import type { AdmissionWords } from "../../en/home/admission.ts";

export const admission: AdmissionWords = {
  whoCanRing: "من يمكنه الاتصال بي",
  who: { everybody: "الجميع", contacts: "جهات الاتصال فقط", nobody: "لا أحد" },
  notes: {
    everybody: "يمكن لكل من لديه رابطك أو معرّفك أن يتصل.",
    contacts: "لا يرنّ إلا من حفظتهم أو تحققت منهم. يمكن للآخرين أن يطرقوا الباب بسطر من النص.",
    nobody: "لا ترنّ أي مكالمة. يُقال للمتصلين إنك لا تستطيع التحدث الآن.",
  },
};
