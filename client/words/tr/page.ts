/** What every page says, in Turkish. */

import type { PageWords } from "../en/page.ts";

export const page: PageWords = {
  title: "Görüntülü arama",
  check: "Bağlantı testi",
  yourVideo: "Görüntünüz",
  status: {
    "insecure": "Bu sayfadan arama yapılamaz: HTTPS olmadan açıldı.",
    "keyless": "Bu tarayıcıyla arama yapılamaz: Ed25519 anahtarları yok. Chrome veya Edge 137, Firefox 129, " +
      "Safari 17 ya da daha yenisini kullanın.",
    "no-webrtc": "Bu tarayıcıyla arama yapılamaz: WebRTC kapalı. Açın ya da başka bir tarayıcı kullanın.",
    "connecting": "Sunucuya bağlanılıyor…",
    "registered": "Aramalara hazır",
    "lost": "Sunucuya ulaşılamıyor. Yeniden deneniyor…",
    "refused": "Sunucu bu adresi tanımıyor. Sayfayı her zamanki adresinden açın. Yeniden deneniyor…",
    "limited": "Ağınızdan bu sunucuya çok fazla istek geliyor. Burada kalın, bir süre sonra kendiliğinden devam eder.",
    "replaced": "Çok fazla sekmede açık. Bu sekme, siz dönene kadar duraklatıldı.",
    "incomplete": "Bu sayfa tam yüklenmedi. Aramak ve aranmak için yenileyin.",
  },
};
