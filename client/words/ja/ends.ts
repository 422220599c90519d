/** What is said of a call that is over, in Japanese: what happened, for how long, and what to do next. */

import type { EndWords } from "../en/ends.ts";

export { details, quality } from "./features/quality.ts";
export { leftCall } from "./home/left_call.ts";

export const ends: EndWords = {
  title: {
    ended: "通話終了",
    cancelled: "発信を取り消しました",
    missed: "不在着信",
    tooLate: "先に切れました",
    declined: "通話拒否",
    busy: "ほかの通話中",
    unanswered: "応答なし",
    answeredElsewhere: "ほかで応答済み",
    declinedElsewhere: "ほかで拒否済み",
    unavailable: "つながりません",
    heldBack: "発信が多すぎます",
    impossible: "通話できません",
    offline: "発信できませんでした",
    stopped: "通話を停止しました",
    lost: "接続が切れました",
    failed: "接続できませんでした",
  },
  aloud: (title, sentence) => `${title}。${sentence}`,

  talked: (who, duration) => `${who}さんと${duration}話しました。`,
  hungUpEarly: "つながる前に通話を終了しました。",
  theyHungUpEarly: (who) => `つながる前に${who}さんが通話を終了しました。もう一度かけてみてください。`,
  cancelled: (who) => `${who}さんが応答する前に発信を取り消しました。`,
  missed: (who, at) => at === null ? `${who}さんから着信がありました。` : `${at}に${who}さんから着信がありました。`,
  callToReach: "話すには、かけ直してください。",
  vanished: (who, at) =>
    at === null
      ? `${who}さんから着信がありましたが、応答する前に切れました。話すには、かけ直してください。`
      : `${at}に${who}さんから着信がありましたが、応答する前に切れました。話すには、かけ直してください。`,
  tooLate: (who) => `応答が届く前に、${who}さんが発信をやめました。話すには、かけ直してください。`,
  theyDeclined: (who) => `${who}さんは今、話せません。後でもう一度かけてください。`,
  youDeclined: (who) => `${who}さんからの着信を拒否しました。都合のよいときにかけ直してください。`,
  theyWereBusy: (who) => `${who}さんはほかの通話中です。数分後にもう一度かけてください。`,
  youWereBusy: "ほかの通話中でした。",
  unanswered: (who, at) =>
    at === null
      ? `${who}さんは応答しませんでした。後でもう一度かけてください。`
      : `${at}の発信に${who}さんは応答しませんでした。後でもう一度かけてください。`,
  answeredElsewhere: (who) => `${who}さんからの着信には、別のタブまたはデバイスで応答しました。`,
  declinedElsewhere: (who) => `${who}さんからの着信は、別のタブまたはデバイスで拒否しました。`,
  unavailable: (who) => `${who}さんは現在つながりません。もう一度かけるか、自分のリンクを送ってください。`,
  heldBack: (who) =>
    `このネットワークから${who}さんへの発信が短時間に多すぎます。1分待ってから、もう一度かけてください。`,
  unsupported: (who) =>
    `${who}さんのブラウザは通話に対応していません。接続テストで理由を確認するか、別のブラウザを使うよう伝えてください。`,
  incompatible: (who) =>
    `${who}さんのブラウザとの接続方法が合いませんでした。両方を更新するか、別のブラウザを試してください。`,
  noWebRtc: "ブラウザのWebRTCがオフのため、通話できません。オンにするか、別のブラウザからかけ直してください。",
  unprepared: "ブラウザが通話を準備できませんでした。" +
    "ページを再読み込みしてかけ直すか、別のブラウザを使ってください。",
  offline: (who) =>
    `このページがサーバーに接続していなかったため、${who}さんに発信できませんでした。` +
    "ネットワークを確認して、もう一度かけてください。",
  keyless: "このページには、自分からの発信だと証明する鍵がありません。" +
    "最新のブラウザでhttps://のアドレスを開き、もう一度かけてください。",
  changed: (who) => `${who}さんのブラウザが送った内容を途中で誰かが変更したため、通話を停止しました。`,
  overAnotherNetwork: "別のネットワークからかけ直してください。",
  unsigned: (who) =>
    `応答に${who}さんの署名がなく、途中で誰かが変更した可能性があります。映像や音声は伝わっていません。` +
    "相手にページを再読み込みしてもらい、もう一度かけてください。" +
    "また起きる場合は、別のネットワークかサーバーを使ってください。",
  otherKey: (who) =>
    `この着信は${who}さんのIDからですが、鍵が違うため、本人からではありません。` +
    "別の方法で連絡し、このIDからの着信には応答しないでください。",
  remoteUnverified: (who) =>
    `${who}さんのブラウザが発信者を確認できず、通話を停止しました。` +
    "ページを再読み込みして、もう一度かけてください。また起きる場合は、別のネットワークを使ってください。",
  theyFoundDiffering: (who) =>
    `${who}さん側で、第三者が間にいる可能性が見つかりました。話した内容を信用しないでください。` +
    "別のネットワークからかけるか、別の方法で連絡してください。",
  wordsDiffered: (who) =>
    `単語が一致せず、${who}さんとの間に第三者がいる可能性があります。話した内容を信用しないでください。` +
    "別のネットワークからかけるか、別の方法で連絡してください。",
  flooded: (who) =>
    `${who}さんのブラウザが通話に必要な量をはるかに超えて送信したため、通話を停止しました。` +
    "まだ話したい場合は、相手にページを再読み込みしてもらい、もう一度かけてください。",
  remoteFlooded: (who) =>
    `こちらのブラウザが通話に必要な量をはるかに超えて送信したため、${who}さんのブラウザが通話を停止しました。` +
    "ページを再読み込みして、もう一度かけてください。",
  lost: (who) => `${who}さんとの接続が戻りませんでした。`,
  checkNetwork: "ネットワークを確認して、もう一度かけてください。",
  pageGone: (who) => `${who}さんのページが閉じられたか、再読み込みされました。`,
  callToGoOn: "続けるには、もう一度かけてください。",
  over: (who) => `${who}さんが通話を終了しました。話すには、もう一度かけてください。`,
  keepTrying: "つながるまで試す",
  saveContact: "連絡先に保存",
  contactSaved: "連絡先に保存しました",

  noConnection: (who) => `${who}さんに接続できませんでした。`,
  foundHere: {
    "no-path": (who) =>
      `${who}さんに接続できませんでした。こちらのブラウザでは、リレー経由も含めて経路が見つかりませんでした。`,
    "no-path-and-no-relay": (who) =>
      `${who}さんに接続できませんでした。こちらのブラウザでは直接の経路が見つからず、このサーバーにはリレーがありません。`,
    "relay-refused": (who) => `${who}さんに接続できませんでした。こちらのブラウザがリレーに拒否されました。`,
    "relay-unreachable": (who) => `${who}さんに接続できませんでした。こちらのブラウザにリレーから応答がありません。`,
    "relay-only-and-no-relay": (who) =>
      `${who}さんに接続できませんでした。こちらのブラウザはリレーしか使えませんが、このサーバーにはリレーがありません。`,
    "peer-silent": (who) => `${who}さんに接続できませんでした。こちらのブラウザに相手から何も届きませんでした。`,
  },
  foundThere: {
    "no-path": (who) => `${who}さんのブラウザでは、リレー経由も含めて経路が見つかりませんでした。`,
    "no-path-and-no-relay": (who) =>
      `${who}さんのブラウザでは直接の経路が見つからず、このサーバーにはリレーがありません。`,
    "relay-refused": (who) => `${who}さんのブラウザがリレーに拒否されました。`,
    "relay-unreachable": (who) => `${who}さんのブラウザにリレーから応答がありません。`,
    "relay-only-and-no-relay": (who) =>
      `${who}さんのブラウザはリレーしか使えませんが、このサーバーにはリレーがありません。`,
    "peer-silent": (who) => `${who}さんのブラウザに、こちらから何も届きませんでした。`,
  },
  tryNetwork: "別のネットワークを試してください。",
  tryNetworkOrAsk: "別のネットワークを試すか、サーバー管理者にリレーについて問い合わせてください。",
  showAddressOrAsk: "「IPアドレスを隠す」をオフにするか、サーバー管理者にリレーについて問い合わせてください。",
};
