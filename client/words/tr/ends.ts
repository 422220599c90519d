/** What is said of a call that is over, in Turkish: what happened, for how long, and what to do next. */

import type { EndWords } from "../en/ends.ts";

export { details, quality } from "./features/quality.ts";
export { leftCall } from "./home/left_call.ts";

export const ends: EndWords = {
  title: {
    ended: "Görüşme bitti",
    cancelled: "Arama iptal edildi",
    missed: "Cevapsız arama",
    tooLate: "Aramayı bıraktı",
    declined: "Arama reddedildi",
    busy: "Meşgul",
    unanswered: "Yanıt yok",
    answeredElsewhere: "Başka yerde yanıtlandı",
    declinedElsewhere: "Başka yerde reddedildi",
    unavailable: "Ulaşılamıyor",
    heldBack: "Çok sık arandı",
    impossible: "Arama yapılamıyor",
    offline: "Aranamadı",
    stopped: "Arama durduruldu",
    lost: "Bağlantı koptu",
    failed: "Bağlanılamadı",
  },
  aloud: (title, sentence) => `${title}. ${sentence}`,

  talked: (who, duration) => `${who} ile ${duration} konuştunuz.`,
  hungUpEarly: "Bağlantı kurulmadan aramayı bitirdiniz.",
  theyHungUpEarly: (who) => `${who}, bağlantı kurulmadan aramayı bitirdi. Yeniden arayın.`,
  cancelled: (who) => `${who} yanıtlamadan aramayı bıraktınız.`,
  missed: (who, at) => at === null ? `${who} sizi aradı.` : `${who} sizi aradı (${at}).`,
  callToReach: "Dilerseniz geri arayın.",
  vanished: (who, at) =>
    at === null
      ? `${who} sizi aradı, ancak siz yanıtlayamadan gitti. Dilerseniz geri arayın.`
      : `${who} sizi aradı (${at}), ancak siz yanıtlayamadan gitti. Dilerseniz geri arayın.`,
  tooLate: (who) => `${who}, yanıtınız ulaşmadan aramayı bıraktı. Dilerseniz geri arayın.`,
  theyDeclined: (who) => `${who} şu anda konuşamıyor. Daha sonra yeniden deneyin.`,
  youDeclined: (who) => `${who} kişisinden gelen aramayı reddettiniz. Size uygun olunca geri arayın.`,
  theyWereBusy: (who) => `${who} başka bir görüşmede. Birkaç dakika sonra yeniden deneyin.`,
  youWereBusy: "Başka bir görüşmedeydiniz.",
  unanswered: (who, at) =>
    at === null
      ? `${who} yanıtlamadı. Daha sonra yeniden deneyin.`
      : `${who} aramanızı yanıtlamadı (${at}). Daha sonra yeniden deneyin.`,
  answeredElsewhere: (who) => `${who} kişisinden gelen aramayı başka bir sekmede veya cihazda yanıtladınız.`,
  declinedElsewhere: (who) => `${who} kişisinden gelen aramayı başka bir sekmede veya cihazda reddettiniz.`,
  unavailable: (who) => `${who} şu anda ulaşılabilir değil. Yeniden deneyin ya da linkinizi gönderin.`,
  heldBack: (who) => `${who}, ağınızdan kısa sürede çok sık arandı. Bir dakika bekleyip yeniden arayın.`,
  unsupported: (who) =>
    `${who} tarafındaki tarayıcı arama alamıyor. Nedenini gösteren bağlantı testini açmasını ya da başka ` +
    "bir tarayıcı kullanmasını isteyin.",
  incompatible: (who) =>
    `Tarayıcınız ile ${who} tarafındaki tarayıcı ortak bir bağlantı yolu bulamadı. İkisini de ` +
    "güncelleyin ya da başka bir tarayıcı deneyin.",
  noWebRtc: "Tarayıcınızda WebRTC kapalı, bu yüzden arama yapamıyor. Açın ya da başka bir tarayıcıdan yeniden arayın.",
  unprepared:
    "Tarayıcınız aramayı hazırlayamadı. Bu sayfayı yenileyip yeniden arayın ya da başka bir tarayıcı kullanın.",
  offline: (who) =>
    `Bu sayfa sunucuya bağlı değildi, bu yüzden arama ${who} kişisine ulaşmadı. Ağınızı kontrol edip yeniden arayın.`,
  keyless: "Bu sayfada, arayanın siz olduğunu kanıtlayan bir anahtar yok. Sayfayı güncel bir tarayıcıda " +
    "https:// adresinden açıp yeniden arayın.",
  changed: (who) => `Aradaki biri, ${who} tarafındaki tarayıcının gönderdiğini değiştirdi. Bu yüzden arama durduruldu.`,
  overAnotherNetwork: "Başka bir ağdan yeniden arayın.",
  unsigned: (who) =>
    `Yanıtta ${who} imzası yoktu, aradaki biri onu değiştirmiş olabilir. Hiçbir şey görülmedi ve ` +
    "duyulmadı. Karşı taraftan sayfasını yenilemesini isteyip yeniden arayın. Yine olursa başka bir ağ " +
    "ya da sunucu kullanın.",
  otherKey: (who) =>
    `Bu aramada ${who} kişisine ait kimlik kullanıldı, ama onun anahtarı değil; arayan başka biriydi. Başka ` +
    "bir yoldan ulaşın ve bu kimlikten gelen aramaları yanıtlamayın.",
  remoteUnverified: (who) =>
    `${who} tarafındaki tarayıcı bu aramanın sizden geldiğini doğrulayamadı ve aramayı durdurdu. Bu ` +
    "sayfayı yenileyip yeniden arayın. Yine olursa başka bir ağ kullanın.",
  theyFoundDiffering: (who) =>
    `${who}, aranızda biri olabileceğini fark etti. Konuşulanlara güvenmeyin. Başka bir ağdan arayın ya ` +
    "da başka bir yoldan ulaşın.",
  wordsDiffered: (who) =>
    `Kelimeler aynı değildi, ${who} ile aranızda biri olabilir. Konuşulanlara güvenmeyin. Başka bir ` +
    "ağdan arayın ya da başka bir yoldan ulaşın.",
  flooded: (who) =>
    `${who} tarafındaki tarayıcı bir aramaya gerekenden çok fazlasını gönderdi. Bu yüzden arama ` +
    "durduruldu. Hâlâ konuşmak istiyorsanız karşı taraftan sayfasını yenilemesini isteyip yeniden arayın.",
  remoteFlooded: (who) =>
    `Tarayıcınız bir aramaya gerekenden çok fazlasını gönderdi, ${who} tarafındaki tarayıcı da aramayı ` +
    "durdurdu. Bu sayfayı yenileyip yeniden arayın.",
  lost: (who) => `${who} ile bağlantı geri gelmedi.`,
  checkNetwork: "Ağınızı kontrol edip yeniden arayın.",
  pageGone: (who) => `${who} tarafında sayfa kapandı ya da yenilendi.`,
  callToGoOn: "Devam etmek için yeniden arayın.",
  over: (who) => `${who} görüşmeyi bitirdi. Konuşmak için yeniden arayın.`,
  keepTrying: "Denemeye devam et",
  saveContact: "Kişiyi kaydet",
  contactSaved: "Kişi kaydedildi",

  noConnection: (who) => `${who} ile bağlantı kurulamadı.`,
  foundHere: {
    "no-path": (who) => `${who} ile bağlantı kurulamadı: tarayıcınız hiçbir yol bulamadı, aktarıcıyla bile.`,
    "no-path-and-no-relay": (who) =>
      `${who} ile bağlantı kurulamadı: tarayıcınız doğrudan bir yol bulamadı, bu sunucuda da aktarıcı yok.`,
    "relay-refused": (who) => `${who} ile bağlantı kurulamadı: aktarıcı tarayıcınızı reddetti.`,
    "relay-unreachable": (who) => `${who} ile bağlantı kurulamadı: tarayıcınız aktarıcıdan yanıt alamadı.`,
    "relay-only-and-no-relay": (who) =>
      `${who} ile bağlantı kurulamadı: tarayıcınız yalnızca aktarıcı kullanabilir, bu sunucuda ise yok.`,
    "peer-silent": (who) => `${who} ile bağlantı kurulamadı: tarayıcınız karşı taraftan hiçbir şey almadı.`,
  },
  foundThere: {
    "no-path": (who) => `${who} tarafındaki tarayıcı hiçbir yol bulamadı, aktarıcıyla bile.`,
    "no-path-and-no-relay": (who) =>
      `${who} tarafındaki tarayıcı doğrudan bir yol bulamadı, bu sunucuda da aktarıcı yok.`,
    "relay-refused": (who) => `Aktarıcı, ${who} tarafındaki tarayıcıyı reddetti.`,
    "relay-unreachable": (who) => `${who} tarafındaki tarayıcı aktarıcıdan yanıt alamadı.`,
    "relay-only-and-no-relay": (who) =>
      `${who} tarafındaki tarayıcı yalnızca aktarıcı kullanabilir, bu sunucuda ise yok.`,
    "peer-silent": (who) => `${who} tarafındaki tarayıcı sizinkinden hiçbir şey almadı.`,
  },
  tryNetwork: "Başka bir ağ deneyin.",
  tryNetworkOrAsk: "Başka bir ağ deneyin ya da sunucu yöneticisine aktarıcıyı sorun.",
  showAddressOrAsk: "“IP adresimi gizle” ayarını kapatın ya da sunucu yöneticisine aktarıcıyı sorun.",
};
