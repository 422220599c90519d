/** What is said of messages that people leave each other, in Japanese. */

import type { NoteWords } from "../../en/home/notes.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("ja");

export const notes: NoteWords = {
  leave: "メッセージを残す",
  titleFor: (who) => `${who}さんへのメッセージ`,
  message: "メッセージ",
  use: "双方がオンラインになるまで、このデバイスに保存されます。読めるのは相手だけです。",
  characters: (count, max) => `${max}文字中${count}文字`,
  submit: "残す",
  cancel: "キャンセル",
  unable: "このブラウザではメッセージを暗号化できません。残すにはブラウザを更新してください。",
  full: "待機中のメッセージが多すぎます。1件キャンセルしてから、もう一度試してください。",
  waiting: (who, count) =>
    plural({
      other: (count) => `${who}さんへのメッセージ${count}件は、双方がオンラインになると届きます。`,
    })(count),
  delivered: (who) => `${who}さんに届きました`,

  title: "メッセージ",
  from: (who) => `${who}さんがメッセージを残しました`,
  announced: (who) => `${who}さんがメッセージを残そうとしています。まだ届いていません。`,
  strangers: plural({
    other: (count) => `知らない人からのメッセージ${count}件`,
  }),
  delete: "削除",
};
