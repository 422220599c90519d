/** What the connection check says, in Turkish. */

import type { CheckWords } from "../en/check.ts";

const browserImpossible = "Test edilmedi, çünkü bu tarayıcıyla buradan arama yapılamıyor.";
const untested = "Test edilmedi, çünkü sunucu ne sunduğunu söylemedi.";

export const check: CheckWords = {
  pageTitle: "Bağlantı testi – Görüntülü arama",
  version: "Sayfa sürümü",
  intro: "Kameranızı, mikrofonunuzu, hoparlörünüzü ve bir aramanın gidebileceği her yolu dener. Yaklaşık 15 " +
    "saniye sürer, kamera ve mikrofonunuzu açar, hiçbir şey kaydetmez.",
  start: "Başlat",
  checking: "Test ediliyor…",
  again: "Yeniden test et",
  yes: "Evet",
  no: "Hayır",
  playAgain: "Yeniden çal",
  microphoneLevel: "Mikrofon düzeyi",
  copyReport: "Raporu kopyala",
  report: "Rapor",
  reportCopied: "Rapor kopyalandı. İçinde adres yok. Size yardım eden kişiye gönderin.",
  reportByHand: "Aşağıdaki metni kopyalayın. İçinde adres yok.",
  reportTitle: (at) => `Bağlantı testi, ${at} UTC`,
  reportBrowser: (browser) => `Tarayıcı: ${browser}`,
  notChecked: "test edilmedi",
  reportRow: (check, found) => `${check}: ${found}`,
  reportVerdict: (title, sentences) => `${title}. ${sentences}`,
  groups: { browser: "Tarayıcı", devices: "Cihazlar", network: "Ağ", calls: "Aramalar" },
  titles: {
    "browser": "Bu tarayıcı",
    "camera": "Kamera",
    "microphone": "Mikrofon",
    "speaker": "Hoparlör",
    "socket": "Sunucu bağlantısı",
    "stun": "Adres sorgusu (STUN)",
    "turn-udp": "UDP ile aktarıcı",
    "turn-tcp": "TCP ile aktarıcı",
    "turn-tls": "TLS ile aktarıcı",
    "direct": "Bu tarayıcı içinde arama",
    "relayed": "Aktarıcıyla arama",
  },
  activities: {
    "browser": "Tarayıcıya bakılıyor…",
    "camera": "Kamera açılıyor. Tarayıcı sorarsa izin verin.",
    "microphone": "Mikrofon dinleniyor. Bir şey söyleyin.",
    "speaker": "Bir ses çalınıyor…",
    "socket": "Sunucuya soruluyor…",
    "stun": "Adresinize bakılıyor…",
    "turn-udp": "Aktarıcıya UDP ile soruluyor…",
    "turn-tcp": "Aktarıcıya TCP ile soruluyor…",
    "turn-tls": "Aktarıcıya TLS ile soruluyor…",
    "direct": "Bu tarayıcı içinde aranıyor…",
    "relayed": "Aktarıcıyla aranıyor…",
  },

  browser: {
    "works": ["Arama yapabilir.", null],
    "insecure": [
      "Buradan arama yapamaz, çünkü bu sayfa HTTPS olmadan açıldı.",
      "Sayfayı https:// adresinden açın ya da linki gönderenden böyle bir link isteyin. Sunucu sizinse " +
      "önüne HTTPS koyun ya da sayfayı localhost’tan açın.",
    ],
    "keyless": [
      "Aramaları doğrulamak için kullanılan Ed25519 anahtarlarını desteklemiyor.",
      "Chrome veya Edge 137, Firefox 129, Safari 17 ya da daha yenisini kullanın.",
    ],
    "no-webrtc": [
      "Aramaları sağlayan WebRTC kapalı.",
      "Tarayıcının ayarlarından açın, onu engelleyen uzantıları kapatın ya da başka bir tarayıcı kullanın.",
    ],
  },
  camera: {
    "works": ["Çalışıyor.", null],
    "asked": ["Tarayıcı hâlâ izin istiyor.", "Pencerenin üstünde “İzin ver”i seçip yeniden test edin."],
    "silenced": ["Sistem kapattı.", "Düğmesinden ya da sistem ayarlarından açın."],
    "denied": ["Bu sayfa için engellenmiş.", "Sayfanın adresinin yanından izin verip yeniden test edin."],
    "not-found": ["Kamera bulunamadı.", "Bir tane takıp yeniden test edin."],
    "in-use": ["Başka bir program kullanıyor.", "O programı kapatıp yeniden test edin."],
    "insecure": [
      "Tarayıcılar kameraya yalnızca HTTPS sayfalarında izin verir.",
      "Bu sayfayı https:// adresinden açın.",
    ],
    "failed": ["Başlamadı.", "Çıkarıp yeniden takın, sonra yeniden test edin."],
  },
  microphone: {
    "works": ["Sizi duyuyor.", null],
    "silent": [
      "Açık, ama ses gelmedi.",
      "Bir şey söyleyip çubuğa bakın. Hareket etmezse mikrofonun sesini açın ya da sistem ayarlarından " +
      "başka bir mikrofon seçin.",
    ],
    "unmeasured": ["Açık. Bu tarayıcı ses düzeyini bildirmiyor.", null],
    "asked": ["Tarayıcı hâlâ izin istiyor.", "Pencerenin üstünde “İzin ver”i seçip yeniden test edin."],
    "silenced": ["Sistem kapattı.", "Düğmesinden ya da sistem ayarlarından açın."],
    "denied": ["Bu sayfa için engellenmiş.", "Sayfanın adresinin yanından izin verip yeniden test edin."],
    "not-found": ["Mikrofon bulunamadı.", "Bir tane takıp yeniden test edin."],
    "in-use": ["Başka bir program kullanıyor.", "O programı kapatıp yeniden test edin."],
    "insecure": [
      "Tarayıcılar mikrofona yalnızca HTTPS sayfalarında izin verir.",
      "Bu sayfayı https:// adresinden açın.",
    ],
    "failed": ["Başlamadı.", "Çıkarıp yeniden takın, sonra yeniden test edin."],
  },
  speaker: {
    "works": ["Sesi duydunuz.", null],
    "not-heard": [
      "Sesi duymadınız.",
      "Sesi yükseltin ve sistem ayarlarından doğru hoparlörü ya da kulaklığı seçin.",
    ],
    "failed": [
      "Tarayıcı sesi çalmadı.",
      "Bir hoparlör takın ya da bu sayfanın ses çalmasına izin verin, sonra yeniden test edin.",
    ],
    "unanswered": ["Sesi duydunuz mu?", null],
  },
  socket: {
    works: "Çalışıyor.",
    worksWithin: (roundTrip) => `Çalışıyor, gidiş dönüş ${roundTrip}.`,
    "refused": [
      "Sunucu bu sayfayı kabul etmedi.",
      "Bir dakika sonra yeniden deneyin ya da sunucu yöneticisinden bakmasını isteyin.",
    ],
    "other-host": [
      "Sunucunun adı, adres çubuğundakinden farklı.",
      "Sayfayı her zamanki adresinden açın ya da sunucu yöneticisinden PUBLIC_HOST ayarına bu adı " +
      "yazmasını veya proxy’nin Host üstbilgisini iletmesini sağlamasını isteyin.",
    ],
    unreachable: ["Sunucu yanıt vermiyor.", "Ağınızı kontrol edip yeniden test edin."],
    startIt: "Bir dakika sonra yeniden test edin ya da sunucu yöneticisinden sunucuyu başlatmasını isteyin.",
    cutEverywhere: "VPN veya proxy’yi kapatın ya da başka bir ağ deneyin. Her yerde oluyorsa sunucu yöneticisinden " +
      "proxy’nin WebSocket geçirmesini sağlamasını isteyin.",
    laterAgain: "Bir dakika sonra yeniden test edin.",
  },
  stun: {
    "works": ["Çalışıyor: başkaları size giden yolu bulabilir.", null],
    "not-offered": [
      "Bu sunucuda yok. Aramalar yalnızca aynı ağ içinde ya da bir aktarıcıyla bağlanır.",
      "Sunucu yöneticisinden STUN_PORT veya STUN_URLS ayarını yapmasını isteyin.",
    ],
    "no-answer": ["Yanıt yok. Bu ağ UDP’yi engelliyor olabilir.", "Başka bir ağ deneyin ya da aktarıcıya güvenin."],
    "untested": [untested, null],
    "impossible": [browserImpossible, null],
    "same-machine": ["Test edilmedi, çünkü sunucu bu cihazın kendisinde çalışıyor.", null],
  },
  turn: {
    "works": ["Çalışıyor.", null],
    "not-offered": ["Bu sunucuda yok.", null],
    "refused": [
      "Aktarıcı, bu sunucunun giriş bilgilerini reddetti.",
      "Sunucu yöneticisinden TURN_SECRET ayarına aktarıcının gizli anahtarını yazmasını ve saati ayarlamasını isteyin.",
    ],
    "full": ["Aktarıcıda şu anda yer yok.", "Daha sonra yeniden deneyin."],
    "untested": [untested, null],
    "impossible": [browserImpossible, null],
  },
  turnSilent: (protocol) => `${protocol} üzerinden yanıt yok.`,
  turnSilentNext: {
    UDP: "Bu ağ bunu engelliyor olabilir ya da aktarıcıda UDP yok. Başka bir ağ deneyin.",
    TCP: "Bu ağ bunu engelliyor olabilir ya da aktarıcıda TCP yok. Başka bir ağ deneyin.",
    TLS: "Bu ağ bunu engelliyor olabilir ya da aktarıcının sertifikası geçersiz. Başka bir ağ deneyin.",
  },
  flow: {
    works: (measure) => `Çalışıyor: ${measure}.`,
    poor: (measure) => `Bağlanıyor, ama zayıf: ${measure}.`,
    over: (rate, protocol) => `${protocol} ile ${rate}`,
    nothingLost: "kayıp yok",
    lost: (share) => `kayıp ${share}`,
    thereAndBack: (roundTrip) => `gidiş dönüş ${roundTrip}`,
    directPoor: "Diğer programları ve sekmeleri kapatıp yeniden test edin.",
    relayedPoor: "Yönlendiriciye yaklaşın ya da kablo kullanın, sonra yeniden test edin.",
    directFailed: [
      "Bu tarayıcı bağlantı kuramıyor.",
      "WebRTC’yi engelleyen uzantıları ve ayarları kapatın ya da başka bir tarayıcı kullanın.",
    ],
    relayedFailed: [
      "Aktarıcıdan hiçbir arama geçmedi.",
      "Sunucu yöneticisinden aktarıcının neyi yasakladığına bakmasını isteyin.",
    ],
    notOffered: ["Bu sunucuda aktarıcı yok.", "Sunucu yöneticisinden bir tane eklemesini isteyin."],
    untested: ["Test edilmedi, çünkü aktarıcı kullanılamıyor.", null],
    impossible: [browserImpossible, null],
  },

  verdict: {
    canCall: "Arama yapabilirsiniz",
    notNow: "Şu anda arama yapamazsınız",
    notFromPage: "Bu sayfadan arama yapamazsınız",
    notFromBrowser: "Bu tarayıcıyla arama yapamazsınız",
    notHidden: "IP adresinizi gizlerken aramalar bağlanmaz",
    likelyFail: "Bu ağdan aramalar büyük olasılıkla başarısız olur",
    seeBelow: "Ne yapabileceğiniz aşağıda yazıyor.",
    noConnection:
      "Bu tarayıcı kendisine bile bağlanamıyor. WebRTC’yi engelleyen uzantıları ve ayarları kapatın ya da " +
      "başka bir tarayıcı kullanın.",
    orDontHide: "Ya da ana sayfada “IP adresimi gizle” ayarını kapatın.",
    blocksUdp: "Bu ağ, doğrudan aramalar için gereken UDP’yi engelliyor gibi. Başka bir ağ deneyin.",
    noStun: "Başka ağlara yapılan aramalar çoğunlukla başarısız olur: bu sunucuda STUN yok.",
    mayFail: "Kısıtlayıcı ağlarda aramalar başarısız olabilir.",
    aroundBlock: (protocol) =>
      `Bu ağ UDP’yi engelliyor gibi, bu yüzden aramalar ${protocol} üzerinden aktarıcıyla gider.`,
    onlyRelay: "Bu tarayıcı doğrudan bağlanamıyor, bu yüzden aramalar aktarıcıyla gider.",
    aroundBlocks: (protocol) => `UDP’yi engelleyen ağlarda aramalar ${protocol} üzerinden aktarıcıyla gider.`,
    relayOverUdp:
      "Doğrudan yol bulunmayınca aktarıcı yardımcı olur. UDP’yi engelleyen ağlarda aramalar başarısız olur.",
    offerTcp: "Sunucu yöneticisinden aktarıcıyı TCP üzerinden de sunmasını isteyin.",
    slowRelay: "Aktarıcı yolu yavaş ya da paket kaybediyor: yönlendiriciye yaklaşın ya da kablo kullanın.",
    noRelay: "Bu sunucuda aktarıcı yok. Sunucu yöneticisinden bir tane eklemesini isteyin.",
    relayRefuses: "Aktarıcı, bu sunucunun giriş bilgilerini reddediyor. Sunucu yöneticisinden TURN_SECRET ayarına " +
      "aktarıcının gizli anahtarını yazmasını isteyin.",
    relayFull: "Aktarıcıda yer yok. Daha sonra deneyin ya da sunucu yöneticisinden yer açmasını isteyin.",
    relaySilent: "Aktarıcı yanıt vermiyor. Başka bir ağ deneyin ya da sunucu yöneticisinden bakmasını isteyin.",
    relayForbids: "Aktarıcı hiçbir aramayı geçirmiyor. Sunucu yöneticisinden neyi yasakladığına bakmasını isteyin.",
    unseenAndUnheard: "Başkaları sizi göremez ve duyamaz: aşağıda kamera ve mikrofona bakın.",
    unseen: "Başkaları sizi göremez: aşağıda kameraya bakın.",
    silent: "Başkaları sizi duymayabilir: mikrofondan ses gelmedi.",
    unheard: "Başkaları sizi duyamaz: aşağıda mikrofona bakın.",
    deaf: "Başkalarını duymayabilirsiniz: aşağıda hoparlöre bakın.",
  },
};
