/** What the pictures show that two people compare, in Japanese. */

import type { ThingWords } from "../en/things.ts";

const names =
  "イヌ,ネコ,ライオン,ウマ,ユニコーン,ブタ,ゾウ,ウサギ,パンダ,ニワトリ,ペンギン,カメ,魚,タコ,チョウ,チューリップ,木,サボテン,キノコ," +
  "地球儀,月,雲,炎,バナナ,リンゴ,イチゴ,トウモロコシ,ピザ,ケーキ,ハート,笑顔,ロボット,帽子,めがね,スパナ,サンタ,親指,傘,砂時計,目覚まし,プレゼント," +
  "電球,本,鉛筆,クリップ,ハサミ,南京錠,鍵,ハンマー,電話,旗,汽車,自転車,飛行機,ロケット,トロフィー,ボール,ギター,ラッパ,ベル,いかり,ヘッドホン," +
  "フォルダ,画びょう";

export const things: ThingWords = {
  names: names.split(","),
  unpictured: "絵を読み込めませんでした。ページの言語が異なる場合は、数字を照合してください。",
};
