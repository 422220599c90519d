/** What is said where only contacts ring, in Korean. */

import type { KnockingWords } from "../../en/home/knocking.ts";

export const knocking: KnockingWords = {
  title: "연락처만",
  contactsOnly: (who) => `${who} 님에게는 연락처에 있는 사람만 전화할 수 있어요. 한 줄 메시지로 노크할 수 있어요.`,
  inviteOver: (who) =>
    `이 초대는 더 이상 쓸 수 없어요. 만료되었거나 이미 사용되었을 수 있어요. 노크하거나 ${who} 님에게 새 초대를 부탁하세요.`,
  knockedTitle: "노크했어요",
  knocked: (who) => `${who} 님이 받아 주면 전화가 와요. 이 페이지를 열어 두세요.`,
  yourLine: "누구인지, 왜 전화했는지 적어 주세요",
  count: (length, max) => `${max}자 중 ${length}자`,
  knock: "노크하기",

  knocking: "노크",
  claimed: (who) => `‘${who}’ 이름을 쓰는 사람이 노크하고 있어요`,
  nameless: "모르는 사람이 노크하고 있어요",
  letIn: "받아 주기",
};
