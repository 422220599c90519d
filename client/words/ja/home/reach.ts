/** What is said of calls to a closed page, in Japanese. */

import type { ReachWords } from "../../en/home/reach.ts";

export const reach: ReachWords = {
  telling: (who) => `${who}さんのページは閉じられています。通知を送信中…`,
  told: (who) => `${who}さんに通知しました。応答を待っています…`,
  ready: "このページを閉じていても、連絡先から着信があると通知が届きます。",
  openOnly: "このページを開いている間、着信があると通知が届きます。閉じた後は、ここでは通知できません。",
  homeScreen: "このページをホーム画面に追加し、そこから開いてください。着信時に通知を受け取れるようになります。",
  failed:
    "このブラウザでは、ページを閉じた後の通知を設定できませんでした。Braveでは、プライバシー設定でGoogleのプッシュ通知を許可してください。",
  missed: "不在着信",
};
