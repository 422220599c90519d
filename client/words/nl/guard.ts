/** What `page/load_guard.ts` says while the page is not there, in Dutch. */

import type { GuardWords } from "../en/guard.ts";

export const guard: GuardWords = {
  slow: "Deze pagina doet er lang over om te laden. Verschijnt er niets, laad de pagina dan opnieuw of probeer " +
    "een andere browser.",
  away: "Deze pagina is maar voor een deel geladen. De rest volgt zodra de server bereikbaar is.",
  old: "Deze pagina start niet in deze browser. Gebruik Chrome of Edge 137, Firefox 129, Safari 17 of nieuwer.",
  failed: "Deze pagina is niet geladen. Elke minuut volgt een nieuwe poging. Helpt dat niet, dan verandert of " +
    "blokkeert iets onderweg de bestanden.",
  reload: "Opnieuw laden",
};
