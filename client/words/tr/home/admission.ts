/** What is said of who may ring, in Turkish. */

import type { AdmissionWords } from "../../en/home/admission.ts";

export const admission: AdmissionWords = {
  whoCanRing: "Beni kimler arayabilir",
  who: { everybody: "Herkes", contacts: "Yalnızca kişilerim", nobody: "Hiç kimse" },
  notes: {
    everybody: "Bağlantın veya kimliğin olan herkes arayabilir.",
    contacts: "Yalnızca kaydettiğin veya doğruladığın kişiler çaldırır. Diğerleri bir satır yazıyla kapıyı çalabilir.",
    nobody: "Hiçbir arama çalmaz. Arayanlar şu anda konuşamadığını okur.",
  },

  invitation: "Davet bağlantısı",
  kinds: { once: "Bir hafta içinde bir kez çalar", day: "Bir gün boyunca çalar", week: "Bir hafta boyunca çalar" },
  copyInvitation: "Daveti kopyala",
  invitationNote: "Bu bağlantı kimdeyse, yalnızca kişilerin arayabildiğinde bile arayabilir.",
  copied: "Davet kopyalandı. Seni arayabilecek kişiye gönder.",
};
