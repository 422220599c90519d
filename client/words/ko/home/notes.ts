/** What is said of messages that people leave each other, in Korean. */

import type { NoteWords } from "../../en/home/notes.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("ko");

export const notes: NoteWords = {
  leave: "메시지 남기기",
  titleFor: (who) => `${who} 님에게 남길 메시지`,
  message: "메시지",
  use: "둘 다 온라인이 될 때까지 이 기기에 보관돼요. 상대방만 읽을 수 있어요.",
  characters: (count, max) => `${max}자 중 ${count}자`,
  submit: "남기기",
  cancel: "취소",
  unable: "이 브라우저는 메시지를 암호화할 수 없어요. 메시지를 남기려면 업데이트하세요.",
  full: "대기 중인 메시지가 너무 많아요. 하나를 취소한 다음 다시 시도하세요.",
  waiting: (who, count) =>
    plural({
      other: (count) => `${who} 님에게 남긴 메시지 ${count}개는 둘 다 온라인이 되면 전달돼요.`,
    })(count),
  delivered: (who) => `${who} 님에게 전달됨`,

  title: "메시지",
  from: (who) => `${who} 님이 메시지를 남겼어요`,
  announced: (who) => `${who} 님이 메시지를 남기려고 해요. 아직 도착하지 않았어요.`,
  strangers: plural({
    other: (count) => `모르는 사람이 보낸 메시지 ${count}개`,
  }),
  delete: "삭제",
};
