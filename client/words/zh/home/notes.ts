/** What is said of messages that people leave each other, in Simplified Chinese. */

import type { NoteWords } from "../../en/home/notes.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("zh");

export const notes: NoteWords = {
  leave: "留言",
  titleFor: (who) => `给 ${who} 的留言`,
  message: "留言",
  use: "在你们双方都在线之前，它会保存在此设备上。只有对方能阅读。",
  characters: (count, max) => `${count}/${max} 个字符`,
  submit: "留言",
  cancel: "取消",
  unable: "此浏览器无法加密留言。请更新浏览器后再留言。",
  full: "等待送达的留言过多。请取消一条，然后重试。",
  waiting: (who, count) =>
    plural({
      other: (count) => `给 ${who} 的 ${count} 条留言会等到你们双方都在线时送达。`,
    })(count),
  delivered: (who) => `已送达 ${who}`,

  title: "留言",
  from: (who) => `${who} 给你留了言`,
  announced: (who) => `${who} 想给你留言，但还没有送达。`,
  strangers: plural({
    other: (count) => `${count} 条来自陌生人的留言`,
  }),
  delete: "删除",
};
