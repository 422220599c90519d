/** What keeps the server from opening a socket, and what to do about it, in Japanese. */

import type { RefusalWords } from "../en/refusals.ts";

export const refusals: RefusalWords = {
  causes: {
    "origin-not-listed": [
      "サーバーはこのアドレスのページを受け付けません。",
      "いつものアドレスでページを開くか、サーバー管理者にこのアドレスをALLOWED_ORIGINSに追加してもらってください。",
    ],
    "host-not-listed": [
      "サーバーがこのアドレスを認識していません。",
      "いつものアドレスでページを開くか、サーバー管理者にこのアドレスをPUBLIC_HOSTに追加してもらってください。",
    ],
    "host-differs": [
      "プロキシがこのページのアドレスをサーバーから隠しているため、サーバーが通話を受け付けません。",
      "いつものアドレスでページを開くか、サーバー管理者にプロキシがHostヘッダーを渡すようにしてもらってください。",
    ],
    "not-https": [
      "このページはHTTPで開かれていますが、サーバーはHTTPSしか受け付けません。",
      "https://のアドレスでページを開いてください。",
    ],
    "sockets": [
      "同じネットワークで開けるこのサーバーのページ数が上限に達しています。いくつか閉じるか、お待ちください。",
      null,
    ],
    "handshakes": ["同じネットワークからこのサーバーへの接続が最近多すぎます。", null],
    "server-full": ["サーバーは現在満員です。", null],
    "server-stopping": ["サーバーが再起動しています。", null],
    "upgrade-lost": [
      "サーバーは応答していますが、途中のプロキシがWebSocketを通しません。",
      "別のネットワークを試すか、サーバー管理者にプロキシがUpgradeヘッダーを渡すようにしてもらってください。",
    ],
    "cut": [
      "サーバーは応答していますが、途中の何かがWebSocketを切断しています。",
      "VPNやプロキシをオフにするか、別のネットワークを試してください。",
    ],
    "server-away": ["プロキシの先のサーバーが動いていません。", null],
    "stranger": ["サーバーの代わりに、途中の何かが応答しています。", "別のネットワークを試してください。"],
    "unreachable": ["サーバーに接続できません。", null],
    "offline": ["オフラインです。", null],
  },
  stay: "このままお待ちください。自動で再開します。",
};
