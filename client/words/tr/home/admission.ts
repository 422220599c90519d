/** What is said of who may ring, in Turkish. */

import type { AdmissionWords } from "../../en/home/admission.ts";

export const admission: AdmissionWords = {
  whoCanRing: "Beni kimler arayabilir",
  who: { everybody: "Herkes", contacts: "Yalnızca kişilerim", nobody: "Hiç kimse" },
  notes: {
    everybody: "Linkinize ya da kimliğinize sahip olan herkes arayabilir.",
    contacts:
      "Yalnızca kaydettiğiniz ya da doğruladığınız kişiler arayabilir. Diğerleri bir satır yazıyla kapıyı çalabilir.",
    nobody: "Hiçbir arama çalmaz. Arayanlar şu anda konuşamadığınızı görür.",
  },

  invitation: "Davet linki",
  kinds: { once: "Bir hafta içinde tek arama", day: "Bir gün boyunca arama", week: "Bir hafta boyunca arama" },
  copyInvitation: "Daveti kopyala",
  invitationNote: "Bu linke sahip olan, yalnızca kişileriniz arayabilirken bile arayabilir.",
  copied: "Davet kopyalandı. Sizi arayabilecek kişiye gönderin.",
  until: (when) => `Son geçerlilik: ${when}`,
  takeBack: "Geri al",
};
