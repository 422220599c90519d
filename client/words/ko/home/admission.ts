/** What is said of who may ring, in Korean. */

import type { AdmissionWords } from "../../en/home/admission.ts";

export const admission: AdmissionWords = {
  whoCanRing: "나에게 전화할 수 있는 사람",
  who: { everybody: "모두", contacts: "연락처만", nobody: "없음" },
  notes: {
    everybody: "내 링크나 ID가 있으면 누구나 전화할 수 있어요.",
    contacts: "저장했거나 본인 확인한 사람의 전화만 울려요. 다른 사람은 한 줄 메시지로 노크할 수 있어요.",
    nobody: "어떤 전화도 울리지 않아요. 전화한 사람에게는 지금 통화할 수 없다고 알려요.",
  },

  invitation: "초대 링크",
  kinds: { once: "일주일 안에 한 번만", day: "하루 동안", week: "일주일 동안" },
  copyInvitation: "초대 복사",
  invitationNote: "‘연락처만’일 때도 이 링크가 있으면 전화할 수 있어요.",
  copied: "초대를 복사했어요. 전화를 받고 싶은 사람에게 보내세요.",
  until: (when) => `${when}까지 유효`,
  takeBack: "회수",
};
