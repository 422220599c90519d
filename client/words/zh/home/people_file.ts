/** What is said of people in a file, in Simplified Chinese. */

import type { PeopleFileWords } from "../../en/home/people_file.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("zh");

export const peopleFile: PeopleFileWords = {
  note: "保存一份联系人副本，或将其转移到另一台设备。只有此密码短语能打开该文件。",
  passphrase: "密码短语",
  tooShort: "请至少使用 8 个字符。",
  export: "导出",
  import: "导入",
  exported: plural({ other: (count) => `已导出 ${count} 位联系人。` }),
  imported: plural({ other: (count) => `已导入 ${count} 位联系人。` }),
  wrong: "此密码短语无法打开该文件。请检查后重试。",
  foreign: "此处无法读取该文件。请选择在此页面导出的文件。",
  tooLarge: "该文件过大，不可能是在这里导出的。",
  done: "完成",
};
