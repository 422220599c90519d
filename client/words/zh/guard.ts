/** What `page/load_guard.ts` says while the page is not there, in Simplified Chinese. */

import type { GuardWords } from "../en/guard.ts";

export const guard: GuardWords = {
  slow: "此页面加载时间较长。如果一直没有内容，请刷新页面，或换个浏览器试试。",
  away: "此页面只加载了一部分。连接到服务器后会加载其余部分。",
  old: "此页面无法在这个浏览器中启动。请使用 Chrome 或 Edge 137、Firefox 129、Safari 17 或更高版本。",
  failed: "此页面未能加载，每分钟会重试一次。如果仍然不行，说明途中有什么更改或拦截了它的文件。",
  reload: "刷新",
};
