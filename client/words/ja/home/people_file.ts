/** What is said of people in a file, in Japanese. */

import type { PeopleFileWords } from "../../en/home/people_file.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("ja");

export const peopleFile: PeopleFileWords = {
  note: "連絡先の控えを取ったり、別のデバイスに移したりできます。ファイルはこのパスフレーズでのみ開けます。",
  passphrase: "パスフレーズ",
  tooShort: "8文字以上にしてください。",
  export: "書き出す",
  import: "読み込む",
  exported: plural({ other: (count) => `${count}人分の連絡先を書き出しました。` }),
  imported: plural({ other: (count) => `${count}人分の連絡先を読み込みました。` }),
  wrong: "このパスフレーズではファイルを開けません。確認して、もう一度試してください。",
  foreign: "このファイルはここでは読み込めません。このページで書き出したファイルを選んでください。",
  tooLarge: "ファイルが大きすぎます。ここで書き出したものではありません。",
  done: "完了",
};
