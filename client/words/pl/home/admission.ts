/** What is said of who may ring, in Polish. */

import type { AdmissionWords } from "../../en/home/admission.ts";

export const admission: AdmissionWords = {
  whoCanRing: "Kto może do mnie dzwonić",
  who: { everybody: "Wszyscy", contacts: "Tylko kontakty", nobody: "Nikt" },
  notes: {
    everybody: "Zadzwonić może każdy, kto ma twój link lub ID.",
    contacts: "Zadzwonić mogą tylko osoby zapisane lub zweryfikowane. Inni mogą zapukać, pisząc jedną linijkę tekstu.",
    nobody: "Żadne połączenie nie dzwoni. Kto dzwoni, dowie się, że nie możesz teraz rozmawiać.",
  },

  invitation: "Link z zaproszeniem",
  kinds: {
    once: "Jedno połączenie, w ciągu tygodnia",
    day: "Połączenia przez jeden dzień",
    week: "Połączenia przez tydzień",
  },
  copyInvitation: "Kopiuj zaproszenie",
  invitationNote: "Kto go ma, może zadzwonić nawet wtedy, gdy mogą to tylko kontakty.",
  copied: "Skopiowano zaproszenie. Wyślij je osobie, która może do ciebie zadzwonić.",
  until: (when) => `Ważne do ${when}`,
  takeBack: "Cofnij",
};
