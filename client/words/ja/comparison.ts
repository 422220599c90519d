/** What the panel for comparing words says, in Japanese; `things.ts` has the words themselves. */

import type { ComparisonWords } from "../en/comparison.ts";

const waiting = "双方の単語を取得中…";

export const comparison: ComparisonWords = {
  verify: "本人確認",
  verified: "確認済み",
  wouldCompare: (who) => [who, "さんが単語の照合を希望しています。"],
  showWords: "単語を表示",
  compareWith: (who) => [who, "さんと単語を照合"],
  close: "閉じる",
  readAloud: "単語を互いに読み上げてください。同じ単語が同じ順番で並んでいれば、間に第三者はいません。",
  orNumber: (number) => ["または番号を照合：", number],
  differ: "違う",
  match: "一致",
  verifiedAt: (moment) => `このIDは確認済みです（${moment}）`,
  reallyDiffer: "このIDは以前に確認済みです。単語が本当に違うなら、間に第三者がいる可能性があります。" +
    "通話は終了し、このIDは確認済みではなくなります。",
  stay: "戻る",
  end: "通話を終了",
  tryAgain: "再試行",
  phases: {
    idle: waiting,
    waiting,
    done: waiting,
    aborted: "相手から応答がありません。通話を続けたまま、もう一度試してください。",
    refused: "このIDとの照合が1時間に3回中断しました。中断のたびに、間の第三者が推測できる機会が増えます。" +
      "1時間待ってから、かけ直して照合してください。",
    broken: "相手から正しくないデータが届きました。この通話を信用しないでください。",
  },
};
