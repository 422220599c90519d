/** What the list of people says, in Japanese. */

import type { PeopleWords } from "../../en/home/people.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("ja");

export const people: PeopleWords = {
  file: "連絡先のファイル",
  search: "名前またはIDで検索",
  noneFound: "この名前やIDの人はいません。",
  missedCalls: "不在着信",
  clear: "消去",
  strangers: "知らない人",
  others: "連絡先と最近の通話",
  showMore: "さらに表示",
  callBack: "かけ直す",
  callBackTo: (who) => `${who}さんにかけ直す`,
  videoCall: "ビデオ通話",
  videoCallTo: (who) => `${who}さんにビデオ通話`,
  voiceCall: "音声通話",
  voiceCallTo: (who) => `${who}さんに音声通話`,
  moreOf: (who) => `${who}さんの詳細`,
  claimed: (name) => `「${name}」`,
  callCount: plural({ other: (count) => `着信${count}件` }),
  online: "オンライン",
  verified: "確認済み",
  contact: "連絡先",
  saveContact: "連絡先に保存",
  removeContact: "連絡先から削除",
  yourName: "この人に付ける名前",
  yourNameNote: "自分にだけ表示されます。",
  mute: "ミュート",
  muteNote: "この人からの着信は鳴りません。不在着信に表示されます。",
  notMuted: "ミュートしない",
  forAnHour: "1時間",
  untilTomorrow: "明日の朝まで",
  always: "オフにするまで",
  muted: "ミュート中",
  mutedUntil: (time) => `${time}までミュート`,
  forget: "削除",
  forgetAsk: (who) => `${who}さんをこのデバイスから削除しますか？次の着信は知らない人からの着信になります。`,
  cancel: "キャンセル",
  done: "完了",
  didNotLoad: "読み込めませんでした。接続を確認して、もう一度試してください。",
  unblock: "ブロックを解除",
  unblockThem: (who) => `${who}さんのブロックを解除`,
  blockedCount: (count) => `ブロック中（${count}）`,
};
