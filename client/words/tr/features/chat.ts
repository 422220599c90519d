/** What the chat of a call says, in Turkish. */

import type { ChatWords } from "../../en/features/chat.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("tr");

export const chat: ChatWords = {
  title: "Sohbet",
  close: "Sohbeti kapat",
  message: "Mesaj",
  send: "Gönder",
  sendAgain: "Yeniden gönder",
  empty: "Yazdıklarınız doğrudan diğer kişinin tarayıcısına gider. İkiniz de saklamazsanız siz bu görüşmeden " +
    "ayrılınca silinir.",
  options: "Sohbet seçenekleri",
  keep: "Bu sohbeti sakla",
  keepNote: "İkinizde de bu açıkken yeni mesajlar bu cihaza kaydedilir. Resimler kaydedilmez.",
  keepAsked: (who) => [who, " bu sohbeti saklamak istiyor. Sohbet seçeneklerinden açabilirsiniz."],
  keepAlone: (who) => [who, " bunu açmadıkça yeni hiçbir şey saklanmaz."],
  keepBoth: "İkiniz de yazdıklarınızı kendi cihazınızda saklıyorsunuz.",
  deleteKept: plural({ other: (count) => `Saklanan ${count} mesajı bu cihazdan sil` }),
  lacking: (who) => [who, " sayfanın sohbeti olmayan eski bir sürümünü kullanıyor. Yenilemesini isteyin."],
  earlier: "Daha önce",
  thisCall: "Bu görüşme",
  olderGone: "Daha eski mesajlar artık gösterilmiyor.",
  isTyping: (who) => [who, " yazıyor…"],
  live: "Gerçek zamanlı metin",
  liveOption: "Diğer kişi, yazdıklarınızı siz yazarken görür.",
  liveNote: "Diğer kişi, yazdıklarınızı siz yazarken görüyor.",
  typed: (who, text) => `${who} yazıyor: ${text}`,
  youWrote: "Siz yazdınız:",
  theyWrote: (who) => [who, " yazdı:"],
  onItsWay: "Gönderiliyor…",
  delivered: "İletildi",
  notSent: "Gönderilmedi.",
  tooLong: plural({ other: (count) => `${count} karakter fazla` }),
  unread: plural({ other: (count) => `${count} okunmamış mesaj` }),
  picture: "Resim",
  showPicture: "Resmi göster",
  openPicture: "Resmi aç",
  closePicture: "Resmi kapat",
  pictureProblems: {
    unreadable: "Bu resim okunamadığı için gönderilmedi.",
    "too-large": "Bu resim çok büyük. Dosya olarak gönderin.",
    unavailable: "Gönderilmedi.",
    unshowable: "Bu resim burada gösterilemiyor.",
    "too-many": "Aynı anda çok fazla resim. Bazıları atlandı.",
  },
  newMessage: (who, text) => `Yeni mesaj, ${who}: ${text}`,
};
