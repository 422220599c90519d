/** What is said where only contacts ring, in Japanese. */

import type { KnockingWords } from "../../en/home/knocking.ts";

export const knocking: KnockingWords = {
  title: "連絡先のみ",
  contactsOnly: (who) =>
    `${who}さんに電話をかけられるのは、相手の連絡先にいる人だけです。1行のメッセージでノックできます。`,
  inviteOver: (who) =>
    `この招待はもう使えません。期限が切れたか、すでに使われた可能性があります。ノックするか、${who}さんに新しい招待を頼んでください。`,
  knockedTitle: "ノックしました",
  knocked: (who) => `${who}さんが応じると、電話がかかってきます。このページを開いたままにしてください。`,
  yourLine: "名前と用件を書いてください",
  count: (length, max) => `${max}文字中${length}文字`,
  knock: "ノックする",

  knocking: "ノック",
  claimed: (who) => `${who}と名乗る人がノックしています`,
  nameless: "知らない人がノックしています",
  letIn: "応じる",
};
