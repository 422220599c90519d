/** What is said of who may ring, in Japanese. */

import type { AdmissionWords } from "../../en/home/admission.ts";

export const admission: AdmissionWords = {
  whoCanRing: "着信を許可する相手",
  who: { everybody: "全員", contacts: "連絡先のみ", nobody: "なし" },
  notes: {
    everybody: "リンクまたはIDを知っている人なら誰でも電話をかけられます。",
    contacts: "保存または本人確認した相手からの着信だけが鳴ります。ほかの人は1行のメッセージでノックできます。",
    nobody: "どの着信も鳴りません。発信者には、今は話せないと伝わります。",
  },

  invitation: "招待リンク",
  kinds: { once: "1週間以内に1回だけ有効", day: "1日間有効", week: "1週間有効" },
  copyInvitation: "招待をコピー",
  invitationNote: "これを持っている人は、「連絡先のみ」のときでも電話をかけられます。",
  copied: "招待をコピーしました。電話をかけてほしい人に送ってください。",
  until: (when) => `有効期限：${when}`,
  takeBack: "取り消す",
};
