/** What pages say that run no script, in Japanese. */

import type { PlainWords } from "../../en/home/plain.ts";

export const plain: PlainWords = {
  needsScript: "ビデオ通話にはJavaScriptが必要です。このページで有効にしてから、再読み込みしてください。",
  nothing: {
    title: "ページがありません",
    heading: "ここには何もありません",
    explanation:
      "このアドレスに対応するページはありません。リンクを受け取った場合は、全体をコピーしてもう一度試してください。リンクの末尾には、4文字の英数字が5組続きます。",
    home: "最初の画面へ",
  },
};
