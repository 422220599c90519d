/** What is said of calls to a closed page, in Turkish. */

import type { ReachWords } from "../../en/home/reach.ts";

export const reach: ReachWords = {
  telling: (who) => `${who} sayfasını kapatmış; bildirim gönderiliyor…`,
  told: (who) => `${who} bildirimi aldı. Yanıt bekleniyor…`,
  ready: "Bu sayfa kapalıyken bile, bir kişin aradığında bildirim alırsın.",
  openOnly: "Bu sayfa açıkken biri aradığında bildirim alırsın. Sayfa kapanınca burada bu mümkün değil.",
  homeScreen: "Bu sayfayı Ana Ekrana ekle ve oradan aç. O zaman biri aradığında bildirim alabilirsin.",
  failed: "Bu tarayıcı, sayfa kapalıyken bildirimleri ayarlayamadı. Brave’de gizlilik ayarlarından Google " +
    "anlık iletilerine izin ver.",
  missed: "Cevapsız arama",
};
