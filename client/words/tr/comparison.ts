/** What the panel for comparing words says, in Turkish; `things.ts` has the words themselves. */

import type { ComparisonWords } from "../en/comparison.ts";

const waiting = "Kelimeler iki taraftan alınıyor…";

export const comparison: ComparisonWords = {
  verify: "Doğrula",
  verified: "Doğrulandı",
  wouldCompare: (who) => [who, " kelimeleri karşılaştırmak istiyor."],
  showWords: "Kelimeleri göster",
  compareWith: (who) => [who, " ile kelimeleri karşılaştırın"],
  close: "Kapat",
  readAloud: "Bunları birbirinize okuyun. İkinizde de aynı kelimeler aynı sıradaysa aranızda kimse yoktur.",
  orNumber: (number) => ["Ya da şu sayıyı karşılaştırın: ", number],
  differ: "Farklı",
  match: "Aynı",
  verifiedAt: (moment) => `Bu kimliği doğruladınız: ${moment}`,
  reallyDiffer: "Bu kimliği daha önce doğruladınız. Kelimeler şimdi gerçekten farklıysa aranızda biri olabilir: " +
    "görüşme biter ve bu kimlik artık doğrulanmış sayılmaz.",
  stay: "Geri dön",
  end: "Görüşmeyi bitir",
  tryAgain: "Yeniden dene",
  phases: {
    idle: waiting,
    waiting,
    done: waiting,
    aborted: "Karşı taraf yanıt vermedi. Görüşmede kalın ve yeniden deneyin.",
    refused: "Bu kimlikle bir saat içinde üç karşılaştırma yarıda kaldı, her biri de aradaki birine tahmin " +
      "fırsatı verir. Bir saat bekleyin, sonra karşılaştırmak için yeniden arayın.",
    broken: "Karşı taraf uymayan bir şey gönderdi. Bu görüşmeye güvenmeyin.",
  },
};
