/** What the page says of itself as an app, in Japanese. */

import type { AppWords } from "../../en/home/app.ts";

export const app: AppWords = {
  title: "アプリとして使う",
  install: "インストール",
  notNow: "後で",
  why: "ネットワークがなくてもワンタップで開けます。IDと連絡相手も、ブラウザにより長く保存されます。",
  whyHomeScreen: "Safariは7日間開かないとIDを忘れます。ホーム画面のアプリのIDは新しくなりますが、ずっと保存されます。" +
    "「共有」をタップし、「ホーム画面に追加」を選んでください。",
  ownLink: "これは自分のリンクです。このブラウザのタブはすべて同じIDなので、ここでは誰も応答しません。",
  trySecond: "2つ目のIDで試す",
  trial: "閉じるか再読み込みするまで、このタブは2つ目のIDを使います。いつものIDにかけると、別のタブで鳴ります。",
  useUsual: "いつものIDを使う",
  newVersion: "このページの新しいバージョンがあります。",
  reload: "再読み込み",
};
