/** What is said of files that two people send each other, in Turkish. */

import type { FilesWords } from "../../en/features/files.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("tr");

export const files: FilesWords = {
  title: "Dosyalar",
  close: "Dosyaları kapat",
  send: "Dosya gönder",
  sendFolder: "Klasör gönder",
  drop: (who) => `${who} kişisine sunmak için dosyaları buraya bırakın`,
  empty: "Dosya seçin, buraya bırakın ya da yapıştırın. Kabul edilince doğrudan diğer kişinin tarayıcısına gider.",
  tooMany:
    "Bu, tek seferde çok fazla. En çok 1.000 dosya ve 64 GB gönderin ya da süren aktarımların bitmesini bekleyin.",
  offered: (who, what, size) => `${who} size bunu göndermek istiyor: ${what} (${size}).`,
  count: plural({ other: (count) => `${count} dosya` }),
  accept: "Dosyayı kabul et",
  decline: "Reddet",
  pause: "Aktarımı duraklat",
  resume: "Aktarımı sürdür",
  cancel: "Aktarımı iptal et",
  save: "Kaydet",
  remove: "Listeden kaldır",
  youSend: "Gönderdiğiniz:",
  theySend: (who) => `${who} gönderiyor:`,
  waiting: (who) => `${who} kabul edene kadar bekleniyor`,
  ofAll: (done, all) => `${done} / ${all}`,
  eachSecond: (size) => `saniyede ${size}`,
  left: (duration) => `${duration} kaldı`,
  paused: "Duraklatıldı",
  interrupted: (who) => `Kesildi. ${who} dönüp dosyayı açınca devam eder.`,
  unsaved: (who) => `${who} kaydedene kadar bekleniyor`,
  sent: "Gönderildi",
  received: "Alındı. Ayrılmadan önce kaydedin.",
  saved: "Kaydedildi",
  declined: (who) => `${who} reddetti.`,
  cancelled: "İptal edildi",
  problems: {
    "no-room": "Bu cihazda yeterli yer yok. Biraz yer açıp yeniden kabul edin.",
    memory: "Bu tarayıcı burada en çok 256 MB alabilir. Sayfayı başka bir tarayıcıda ya da gizli mod dışında açın.",
    storage: "Kaydedilemedi. Bu cihazda biraz yer açıp yeniden deneyin.",
    unasked: "Bu tarayıcı nereye kaydedileceğini soramadı. İndirmek için yeniden basın.",
    unreadable: "Dosya taşınmış ya da değiştirilmiş. Yeniden seçin.",
    corrupt: "Bozuk geldi. Yeniden gönderilmesini isteyin.",
    unavailable: "Gönderilemedi. Yeniden deneyin ya da karşı taraftan sayfasını yenilemesini isteyin.",
  },
  underWay: (what, share) => `${what}: ${share} tamam`,
};
