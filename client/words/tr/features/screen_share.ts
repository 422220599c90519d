/** What is said of sharing the screen, in Turkish. */

import type { ScreenShareWords } from "../../en/features/screen_share.ts";

export const screenShare: ScreenShareWords = {
  share: "Ekranı paylaş",
  stop: "Paylaşımı durdur",
  swap: "Görüntüleri değiştir",
  sharedScreen: "Paylaşılan ekran",
  sharing: "Ekranınızı paylaşıyorsunuz.",
  sharingWithSound: "Ekranınızı sesiyle paylaşıyorsunuz.",
  stopped: "Artık ekranınızı paylaşmıyorsunuz.",
  theyShare: (who) => `${who} ekranını paylaşıyor.`,
  theyStopped: (who) => `${who} artık ekranını paylaşmıyor.`,
  moving: "Akıcı hareket",
  zoomIn: "Yakınlaştır",
  zoomOut: "Uzaklaştır",
  zoomWhole: "Sığdır",
  zoomed: (percent) => `Paylaşılan ekran yüzde ${percent} boyutunda gösteriliyor.`,
  problems: {
    blocked: "Bu tarayıcının ekranı kaydetmesine izin yok. Sistemin gizlilik ayarlarından izin verip yeniden paylaşın.",
    nothing: "Paylaşılacak bir şey yoktu. Göstermek istediğiniz pencereyi açıp yeniden paylaşın.",
    failed: "Ekranınız paylaşılamadı. Yeniden paylaşın ve bir pencere ya da sekme seçin.",
  },
};
