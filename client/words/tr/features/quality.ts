/** What is said of how good a call's connection is, and its details, in Turkish. */

import type { DetailWords, QualityWords } from "../../en/features/quality.ts";

export const quality: QualityWords = {
  title: "Bağlantı",
  levels: ["Çok kötü bağlantı", "Kötü bağlantı", "Orta bağlantı", "İyi bağlantı"],
  losing: {
    own: "Bağlantınız ses kaybediyor.",
    theirs: (who) => `${who}: bağlantısı ses kaybediyor.`,
    both: "Bağlantı ses kaybediyor.",
  },
  slow: {
    own: "Bağlantınız yavaş.",
    theirs: (who) => `${who}: bağlantısı yavaş.`,
    both: "Bağlantı yavaş.",
  },
  busy: {
    own: "Bu cihaz yetişemiyor.",
    theirs: (who) => `${who}: cihazı yetişemiyor.`,
  },
  directBy: (protocol) => `Doğrudan, ${protocol} üzerinden`,
  relayedBy: (protocol) => `Aktarıcıyla, ${protocol} üzerinden`,
};

export const details: DetailWords = {
  received: "Aldığınız",
  sent: "Gönderdiğiniz",
  roundTrip: "Gidiş dönüş",
  delay: "Gecikme",
  lost: "Kaybolan ses",
  picture: "Görüntü",
  rate: "Veri hızı",
  repeats: "Yinelenen ses",
  path: "Yol",
  codecs: "Kodekler",
  encryption: "Şifreleme",
  close: "Kapat",
  kept: "Son aramaların nasıl geçtiği, adlar olmadan bu cihazda saklanır.",
  exportRecords: "Dışa aktar",
  deleteRecords: "Sil",
};
