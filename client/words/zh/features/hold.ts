/** What calls on hold and a second call are called, in Simplified Chinese. */

import type { HoldWords } from "../../en/features/hold.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("zh");

export const hold: HoldWords = {
  waitingCalls: "等待中的来电",
  show: "显示",
  waiting: {
    known: (who) => `${who} 来电`,
    knownAndMore: (who, others) => `${who} 和另外 ${others} 人来电`,
    strangers: plural({ other: (count) => `${count} 个陌生人来电` }),
    knownAndStrangers: (who, strangers) => `${who} 和 ${strangers} 个陌生人来电`,
    all: (who, others, strangers) => `${who}、另外 ${others} 人和 ${strangers} 个陌生人来电`,
  },
  hold: "保持",
  resume: "恢复",
  holdAndAnswer: "保持并接听",
  endAndAnswer: "结束并接听",
  title: "保持中",
  swap: "切换",
  swapTo: (who) => `切换到 ${who}`,
  leave: (who) => `结束与 ${who} 的通话`,
  said: {
    own: (who) => ["你已将与 ", who, " 的通话置于保持状态。你们听不到也看不到对方。"],
    theirs: (who) => [who, " 已将通话置于保持状态。在对方回来之前，没有人能听到或看到你。"],
    both: (who) => ["你和 ", who, " 都将通话置于保持状态。双方都要恢复通话。"],
  },
  screenRests: "在此期间，你的屏幕不会显示。",
  resumed: (who) => `你已回到与 ${who} 的通话。`,
  heldEnded: (who) => `与 ${who} 的通话（保持中）已结束。`,
};
