/**
 * What the screens of a call say while it is on, in Turkish; with what is said of devices, of words, of screens and in
 * the chat.
 */

import type { CallWords } from "../en/call.ts";

export { chat } from "./features/chat.ts";
export { comparison } from "./comparison.ts";
export { devices } from "./features/devices.ts";
export { draw } from "./features/draw.ts";
export { files } from "./features/files.ts";
export { hold } from "./features/hold.ts";
export { keyboard } from "./features/keyboard.ts";
export { media } from "./media.ts";
export { pictures } from "./features/pictures.ts";
export { preview } from "./features/preview.ts";
export { reactions } from "./features/reactions.ts";
export { screenShare } from "./features/screen_share.ts";

export const call: CallWords = {
  storageFull: "Bu tarayıcıda yer kalmadı, bu yüzden değişiklikleriniz bu sekme kapanınca kaybolur. Saklamak için " +
    "bu cihazda yer açın.",
  phase: {
    ringing: "Çalıyor…",
    heldBack: "Çok sık arandı. İzin verilir verilmez çalacak.",
    patient: "Karşı tarafta sayfa açık değil. Denemeye devam ediyoruz.",
    about: "Arama başlamak üzere…",
    calling: "Aranıyor…",
    rejoining: "Görüşmeye dönülüyor…",
    video: "Görüntülü arama",
    voice: "Sesli arama",
    connected: "Bağlandı",
    away: "Karşı tarafın dönmesi bekleniyor…",
    connecting: "Bağlanıyor…",
    reconnecting: "Yeniden bağlanıyor…",
    ended: "Görüşme bitti",
  },
  state: {
    ringing: (who) => `Çalıyor… ${who} yanıtlayana kadar bekleniyor.`,
    heldBack: (who) => `${who}, ağınızdan kısa sürede çok sık arandı. İzin verilir verilmez çalacak.`,
    patient: (who) => `${who} tarafında sayfa açık değil. Denemeye devam ediyoruz.`,
    about: (who) => `${who} birazdan aranacak…`,
    calling: (who) => `${who} aranıyor…`,
    rejoining: (who) => `${who} ile görüşmeye dönülüyor…`,
    video: (who) => `${who} sizi görüntülü arıyor.`,
    voice: (who) => `${who} sizi arıyor.`,
    away: (who) => `${who} bir süredir yanıt vermiyor. Bekleyin ya da aramayı bitirin.`,
    connecting: (who) => `${who} ile bağlantı kuruluyor…`,
    connected: (who) => `${who} ile bağlantı kuruldu.`,
    joining: (who) => `${who} katılmak üzere.`,
    reconnectingAway: (who) =>
      `Yeniden bağlanıyor… ${who} bir süredir yanıt vermiyor. Görüşme iki dakika bekler, isterseniz şimdi bitirin.`,
    reconnecting: "Yeniden bağlanıyor… Bağlantı kesildi. Burada kalın, kendiliğinden geri gelir.",
    ended: "Görüşme bitti.",
  },
  title: {
    waiting: "Biri arıyor…",
    outgoing: (who) => `${who} aranıyor…`,
    incoming: (who) => `${who} arıyor…`,
    connected: (who) => `${who} ile görüşme`,
    reconnecting: (who) => `${who} ile yeniden bağlantı kuruluyor…`,
    missed: (who) => `Cevapsız arama: ${who}`,
  },

  namedByLink: "Bu ad linkten geliyor. Doğru olup olmadığı yanıtlanınca belli olur.",
  otherUnderName: (who) => `Bu, ${who} adının önceki kimliği değil; bu adı başka biri kullanıyor olabilir.`,
  askThem: "Yalnızca o kişinin bilebileceği bir şey sorun.",
  compareToBeSure: "Emin olmak için kelimeleri karşılaştırın.",
  itsThem: "Evet, o kişi",
  neverTalked: "Bu kimlikle daha önce görüşmediniz.",
  neverTalkedClaimed: "Bu kimlikle daha önce görüşmediniz. Bu adı kendisi seçmiş.",

  controls: "Arama denetimleri",
  mute: "Mikrofonu kapat",
  unmute: "Mikrofonu aç",
  cameraOn: "Kamerayı aç",
  cameraOff: "Kamerayı kapat",
  resting: "Görüşme beklemede. Bu, görüşme devam edince geçerli olur.",
  cancel: "İptal",
  hangUp: "Aramayı bitir",
  more: "Diğer",
  incomingCall: "Gelen arama",
  accept: "Yanıtla",
  acceptWithoutVideo: "Görüntüsüz yanıtla",
  decline: "Reddet",
  silence: "Sessize al",
  ownPicture: "Kendi görüntünüz",
  ownPictureMoves: "Kendi görüntünüz, ok tuşlarıyla taşınır",
  remoteVideo: "Karşı tarafın görüntüsü",
  theirCameraOff: (who) => [who, ": kamera kapalı"],
  joining: (who) => `${who} katılmak üzere`,
  theyAreMuted: (who) => [who, ": mikrofon kapalı"],
  waitsForTap: "Tarayıcınız görüşmeyi siz dokunana kadar oynatmıyor.",
  tapForSound: "Ses için dokunun",
  featuresMissing: "Sayfanın bir kısmı yüklenmedi, burada bir şeyler eksik olabilir.",
  tryAgain: "Yeniden dene",
  callAgain: "Yeniden ara",
  keepWaiting: "Beklemeye devam et",
  pageClosed: (who) => `${who} tarafında sayfa kapandı. Bekleniyor…`,
  gone: (who) => `${who} ayrıldı. Yeniden arayın ya da beklemeye devam edin.`,
  back: "Geri",
};
