/** What `page/load_guard.ts` says while the page is not there, in Turkish. */

import type { GuardWords } from "../en/guard.ts";

export const guard: GuardWords = {
  slow: "Bu sayfanın yüklenmesi uzun sürüyor. Bir şey görünmezse yenileyin ya da başka bir tarayıcı deneyin.",
  away: "Bu sayfanın yalnızca bir kısmı yüklendi. Gerisi, sunucuya ulaşılınca gelecek.",
  old: "Bu sayfa bu tarayıcıda başlamadı. Chrome veya Edge 137, Firefox 129, Safari 17 ya da daha yenisini kullanın.",
  failed: "Bu sayfa yüklenmedi. Her dakika yeniden dener. Bu işe yaramazsa aradaki bir şey dosyalarını " +
    "değiştiriyor ya da engelliyordur.",
  reload: "Yenile",
};
