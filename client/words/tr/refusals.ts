/** What keeps the server from opening a socket, and what to do about it, in Turkish. */

import type { RefusalWords } from "../en/refusals.ts";

export const refusals: RefusalWords = {
  causes: {
    "origin-not-listed": [
      "Sunucu bu adresteki sayfaları kabul etmiyor.",
      "Sayfayı her zamanki adresinden açın ya da sunucu yöneticisinden bu adresi ALLOWED_ORIGINS ayarına " +
      "eklemesini isteyin.",
    ],
    "host-not-listed": [
      "Sunucu bu adresi tanımıyor.",
      "Sayfayı her zamanki adresinden açın ya da sunucu yöneticisinden bu adresi PUBLIC_HOST ayarına " +
      "eklemesini isteyin.",
    ],
    "host-differs": [
      "Bir proxy bu sayfanın adresini sunucudan gizliyor, bu yüzden sunucu arama kabul etmiyor.",
      "Sayfayı her zamanki adresinden açın ya da sunucu yöneticisinden proxy’nin Host üstbilgisini " +
      "iletmesini sağlamasını isteyin.",
    ],
    "not-https": [
      "Bu sayfa HTTP üzerinden açıldı, sunucu ise yalnızca HTTPS kabul ediyor.",
      "Sayfayı https:// adresinden açın.",
    ],
    "sockets": [
      "Ağınızda bu sunucunun izin verilen sayıda sayfası zaten açık. Birkaçını kapatın ya da bekleyin.",
      null,
    ],
    "handshakes": ["Ağınızdan bu sunucuya son zamanlarda çok fazla bağlantı açıldı.", null],
    "server-full": ["Sunucu şu anda dolu.", null],
    "server-stopping": ["Sunucu yeniden başlatılıyor.", null],
    "upgrade-lost": [
      "Sunucu yanıt veriyor, ancak aradaki bir proxy WebSocket geçirmiyor.",
      "Başka bir ağ deneyin ya da sunucu yöneticisinden proxy’nin Upgrade üstbilgisini iletmesini sağlamasını isteyin.",
    ],
    "cut": [
      "Sunucu yanıt veriyor, ancak aradaki bir şey WebSocket bağlantısını kesiyor.",
      "VPN veya proxy’yi kapatın ya da başka bir ağ deneyin.",
    ],
    "server-away": ["Proxy’nin arkasındaki sunucu çalışmıyor.", null],
    "stranger": ["Sunucunun yerine aradaki bir şey yanıt veriyor.", "Başka bir ağ deneyin."],
    "unreachable": ["Sunucuya ulaşılamıyor.", null],
    "offline": ["Çevrimdışısınız.", null],
  },
  stay: "Burada kalın, kendiliğinden devam eder.",
};
