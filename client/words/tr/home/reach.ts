/** What is said of calls to a closed page, in Turkish. */

import type { ReachWords } from "../../en/home/reach.ts";

export const reach: ReachWords = {
  telling: (who) => `${who} tarafında sayfa kapalı; bildirim gönderiliyor…`,
  told: (who) => `${who} kişisine bildirim gönderildi. Yanıt bekleniyor…`,
  ready: "Bu sayfa kapalıyken bile, kişilerinizden biri aradığında bildirim alırsınız.",
  openOnly: "Bu sayfa açıkken biri aradığında bildirim alırsınız. Sayfa kapanınca burada bu mümkün değil.",
  homeScreen: "Bu sayfayı Ana Ekrana ekleyin ve oradan açın. O zaman biri aradığında bildirim alabilirsiniz.",
  failed: "Bu tarayıcı, sayfa kapalıyken gelecek bildirimleri ayarlayamadı. Brave’de gizlilik ayarlarından Google " +
    "anlık iletilerine izin verin.",
  missed: "Cevapsız arama",
};
