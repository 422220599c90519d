/** What the list of people says, in Turkish. */

import type { PeopleWords } from "../../en/home/people.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("tr");

export const people: PeopleWords = {
  file: "Kişiler dosyası",
  search: "Kişi ara",
  noneFound: "Burada bu ada ya da kimliğe sahip kimse yok.",
  missedCalls: "Cevapsız aramalar",
  clear: "Temizle",
  strangers: "Tanımadığınız kişiler",
  others: "Kişiler ve son aramalar",
  showMore: "Daha fazla göster",
  callBack: "Geri ara",
  callBackTo: (who) => `${who} kişisini geri ara`,
  videoCall: "Görüntülü arama",
  videoCallTo: (who) => `Görüntülü arama: ${who}`,
  voiceCall: "Sesli arama",
  voiceCallTo: (who) => `Sesli arama: ${who}`,
  moreOf: (who) => `Ayrıntılar: ${who}`,
  claimed: (name) => `“${name}”`,
  callCount: plural({ other: (count) => `${count} arama` }),
  online: "Çevrimiçi",
  verified: "Doğrulandı",
  contact: "Kişi",
  saveContact: "Kişiyi kaydet",
  removeContact: "Kişilerden çıkar",
  yourName: "Bu kişiye verdiğiniz ad",
  yourNameNote: "Yalnızca siz görürsünüz.",
  mute: "Sessize al",
  muteNote: "Aramaları çalmaz. Onları cevapsız aramalarda bulursunuz.",
  notMuted: "Sessizde değil",
  forAnHour: "1 saat boyunca",
  untilTomorrow: "Yarın sabaha kadar",
  always: "Siz kapatana kadar",
  muted: "Sessizde",
  mutedUntil: (time) => `Sessizde, bitiş: ${time}`,
  forget: "Sil",
  forgetAsk: (who) => `${who} bu cihazdan silinsin mi? Sonraki araması tanımadığınız birinden gelmiş gibi görünür.`,
  cancel: "Vazgeç",
  done: "Bitti",
  didNotLoad: "Bu yüklenemedi. Bağlantınızı kontrol edip yeniden deneyin.",
  unblock: "Engeli kaldır",
  unblockThem: (who) => `${who} kişisinin engelini kaldır`,
  blockedCount: (count) => `Engellenenler (${count})`,
};
