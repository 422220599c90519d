/** What calls on hold and a second call are called, in Japanese. */

import type { HoldWords } from "../../en/features/hold.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("ja");

export const hold: HoldWords = {
  waitingCalls: "待機中の着信",
  show: "表示",
  waiting: {
    known: (who) => `${who}さんから着信中`,
    knownAndMore: (who, others) => `${who}さんほか${others}人から着信中`,
    strangers: plural({ other: (count) => `知らない人${count}人から着信中` }),
    knownAndStrangers: (who, strangers) => `${who}さんと知らない人${strangers}人から着信中`,
    all: (who, others, strangers) => `${who}さんほか${others}人と知らない人${strangers}人から着信中`,
  },
  hold: "保留",
  resume: "再開",
  holdAndAnswer: "保留して応答",
  endAndAnswer: "終了して応答",
  title: "保留中",
  swap: "切り替え",
  swapTo: (who) => `${who}さんとの通話に切り替え`,
  leave: (who) => `${who}さんとの通話を終了`,
  said: {
    own: (who) => [who, "さんとの通話を保留にしています。お互いに声も映像も届きません。"],
    theirs: (who) => [who, "さんが通話を保留にしました。戻るまで、こちらの声も映像も届きません。"],
    both: (who) => [who, "さんもこちらも通話を保留にしています。双方が再開する必要があります。"],
  },
  screenRests: "その間、画面は共有されません。",
  resumed: (who) => `${who}さんとの通話に戻りました。`,
  heldEnded: (who) => `保留中の${who}さんとの通話が終了しました。`,
};
