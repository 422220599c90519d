/** What calls on hold and a second call are called, in Turkish. */

import type { HoldWords } from "../../en/features/hold.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("tr");

export const hold: HoldWords = {
  waitingCalls: "Bekleyen aramalar",
  show: "Göster",
  waiting: {
    known: (who) => `${who} arıyor`,
    knownAndMore: (who, others) => `${who} ve ${others} kişi daha arıyor`,
    strangers: plural({
      one: () => "Tanımadığınız biri arıyor",
      other: (count) => `Tanımadığınız ${count} kişi arıyor`,
    }),
    knownAndStrangers: (who, strangers) =>
      plural({
        one: () => `${who} ve tanımadığınız biri arıyor`,
        other: (count) => `${who} ve tanımadığınız ${count} kişi arıyor`,
      })(strangers),
    all: (who, others, strangers) =>
      plural({
        one: () => `${who}, ${others} kişi daha ve tanımadığınız biri arıyor`,
        other: (count) => `${who}, ${others} kişi daha ve tanımadığınız ${count} kişi arıyor`,
      })(strangers),
  },
  hold: "Beklet",
  resume: "Devam et",
  holdAndAnswer: "Beklet ve yanıtla",
  endAndAnswer: "Bitir ve yanıtla",
  title: "Beklemede",
  swap: "Değiştir",
  swapTo: (who) => `Görüşmeye geç: ${who}`,
  leave: (who) => `${who} ile görüşmeyi bitir`,
  said: {
    own: (who) => [who, " ile görüşmeyi beklemeye aldınız. Birbirinizi duyamaz ve göremezsiniz."],
    theirs: (who) => [who, " sizi beklemeye aldı. Dönene kadar kimse sizi duyamaz ve göremez."],
    both: (who) => ["Hem siz hem ", who, " bu görüşmeyi beklemeye aldınız. İkinizin de devam ettirmesi gerekir."],
  },
  screenRests: "Bu sırada ekranınız gösterilmez.",
  resumed: (who) => `${who} ile görüşmeye döndünüz.`,
  heldEnded: (who) => `${who} ile bekleyen görüşme bitti.`,
};
