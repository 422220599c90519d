/** What `page/load_guard.ts` says while the page is not there, in Polish. */

import type { GuardWords } from "../en/guard.ts";

export const guard: GuardWords = {
  slow: "Ta strona długo się wczytuje. Jeśli nic się nie pojawi, odśwież ją albo użyj innej przeglądarki.",
  away: "Wczytała się tylko część tej strony. Reszta pojawi się, gdy serwer będzie osiągalny.",
  old: "Ta strona nie uruchomiła się w tej przeglądarce. Użyj Chrome lub Edge 137, Firefoksa 129, Safari 17 " +
    "albo nowszej wersji.",
  failed: "Ta strona się nie wczytała. Próbuje ponownie co minutę. Jeśli to nie pomaga, coś po drodze zmienia " +
    "lub blokuje jej pliki.",
  reload: "Odśwież",
};
