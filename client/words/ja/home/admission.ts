/** What is said of who may ring, in Japanese. */

import type { AdmissionWords } from "../../en/home/admission.ts";

export const admission: AdmissionWords = {
  whoCanRing: "着信を許可する相手",
  who: { everybody: "全員", contacts: "連絡先のみ", nobody: "なし" },
  notes: {
    everybody: "あなたのリンクまたはIDを知っている人なら誰でも発信できます。",
    contacts: "保存または確認した相手だけが着信します。ほかの人は1行のメッセージでノックできます。",
    nobody: "どの通話も着信しません。発信者には、今は話せないと伝わります。",
  },

  invitation: "招待リンク",
  kinds: { once: "1週間以内に1回だけ着信", day: "1日間着信", week: "1週間着信" },
  copyInvitation: "招待をコピー",
  invitationNote: "これを持っている人は、連絡先のみのときでも発信できます。",
  copied: "招待をコピーしました。発信してほしい相手に送ってください。",
};
