/** What is said of messages that people leave each other, in Japanese. */

import type { NoteWords } from "../../en/home/notes.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("ja");

export const notes: NoteWords = {
  leave: "メッセージを残す",
  titleFor: (who) => `${who} さんへのメッセージ`,
  message: "メッセージ",
  use: "お二人ともオンラインになるまで、この端末に保管されます。相手だけが読めます。",
  characters: (count, max) => `${count} / ${max} 文字`,
  submit: "残す",
  cancel: "キャンセル",
  unable: "このブラウザーではメッセージを暗号化できません。残すにはブラウザーを更新してください。",
  full: "待機中のメッセージが多すぎます。1 件キャンセルしてから、もう一度お試しください。",
  waiting: (who, count) =>
    plural({
      other: (count) => `${who} さんへのメッセージ ${count} 件は、お二人ともオンラインになると届きます。`,
    })(count),
  delivered: (who) => `${who} さんに届きました`,

  title: "メッセージ",
  from: (who) => `${who} さんがメッセージを残しました`,
  announced: (who) => `${who} さんがメッセージを残そうとしています。まだ届いていません。`,
  strangers: plural({
    other: (count) => `知らない人からのメッセージ ${count} 件`,
  }),
  delete: "削除",
};
