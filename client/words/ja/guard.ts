/** What `page/load_guard.ts` says while the page is not there, in Japanese. */

import type { GuardWords } from "../en/guard.ts";

export const guard: GuardWords = {
  slow:
    "ページの読み込みに時間がかかっています。何も表示されない場合は、再読み込みするか、別のブラウザを試してください。",
  away: "ページの一部だけが読み込まれました。サーバーに接続でき次第、残りを読み込みます。",
  old:
    "このブラウザではページを起動できませんでした。ChromeまたはEdge 137、Firefox 129、Safari 17以降を使ってください。",
  failed:
    "ページを読み込めませんでした。1分ごとに再試行します。それでも直らない場合は、途中の何かがファイルを変更または" +
    "ブロックしています。",
  reload: "再読み込み",
};
