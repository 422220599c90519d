/** What is said of who may ring, in Polish. */

import type { AdmissionWords } from "../../en/home/admission.ts";

export const admission: AdmissionWords = {
  whoCanRing: "Kto może do mnie dzwonić",
  who: { everybody: "Wszyscy", contacts: "Tylko kontakty", nobody: "Nikt" },
  notes: {
    everybody: "Może dzwonić każdy, kto ma Twój link lub identyfikator.",
    contacts: "Dzwonią tylko osoby zapisane lub zweryfikowane. Inni mogą zapukać, pisząc jedną linijkę tekstu.",
    nobody: "Żadne połączenie nie dzwoni. Dzwoniący przeczyta, że nie możesz teraz rozmawiać.",
  },

  invitation: "Link z zaproszeniem",
  kinds: { once: "Dzwoni raz, w ciągu tygodnia", day: "Dzwoni przez dzień", week: "Dzwoni przez tydzień" },
  copyInvitation: "Kopiuj zaproszenie",
  invitationNote: "Kto go ma, może zadzwonić nawet wtedy, gdy mogą tylko kontakty.",
  copied: "Skopiowano zaproszenie. Wyślij je temu, kto może dzwonić.",
};
