/** What pages say that run no script, in Dutch. */

import type { PlainWords } from "../../en/home/plain.ts";

export const plain: PlainWords = {
  needsScript: "Videobellen heeft JavaScript nodig. Zet het aan voor deze pagina en laad die opnieuw.",
  nothing: {
    title: "Hier is niets",
    heading: "Hier is niets",
    explanation: "Dit adres leidt nergens heen. Heeft iemand je een link gestuurd? Kopieer die helemaal en probeer " +
      "het opnieuw: hij eindigt op vijf groepen van vier letters en cijfers.",
    home: "Naar de startpagina",
  },
};
