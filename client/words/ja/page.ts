/** What every page says, in Japanese. */

import type { PageWords } from "../en/page.ts";

export const page: PageWords = {
  title: "ビデオ通話",
  check: "接続テスト",
  yourVideo: "自分の映像",
  status: {
    "insecure": "このページでは通話できません。HTTPSなしで開かれています。",
    "keyless": "このブラウザでは通話できません。Ed25519の鍵に対応していません。" +
      "ChromeまたはEdge 137、Firefox 129、Safari 17以降を使ってください。",
    "no-webrtc":
      "このブラウザでは通話できません。WebRTCがオフになっています。オンにするか、別のブラウザを使ってください。",
    "connecting": "サーバーに接続中…",
    "registered": "通話できます",
    "lost": "サーバーに接続できません。再試行中…",
    "refused": "サーバーがこのアドレスを認識していません。いつものアドレスでページを開いてください。再試行中…",
    "limited":
      "同じネットワークからこのサーバーへのアクセスが多すぎます。このままお待ちください。しばらくすると自動で再開します。",
    "replaced": "開いているタブが多すぎます。このタブに戻るまで一時停止しています。",
    "incomplete": "ページの一部を読み込めませんでした。通話するには再読み込みしてください。",
  },
};
