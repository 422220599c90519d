/** What `page/load_guard.ts` says while the page is not there, in French. */

import type { GuardWords } from "../en/guard.ts";

export const guard: GuardWords = {
  slow: "Cette page met longtemps à charger. Si rien n’apparaît, rechargez-la ou essayez un autre navigateur.",
  away: "Seule une partie de cette page est chargée. Le reste suivra dès que le serveur sera joignable.",
  old:
    "Cette page n’a pas démarré dans ce navigateur. Utilisez Chrome ou Edge\u00a0137, Firefox\u00a0129, Safari\u00a017, ou une " +
    "version ultérieure.",
  failed: "Cette page n’a pas été chargée. Elle réessaie toutes les minutes. Si cela ne suffit pas, quelque chose en " +
    "chemin modifie ou bloque ses fichiers.",
  reload: "Recharger",
};
