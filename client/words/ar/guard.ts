/** What `page/load_guard.ts` says while the page is not there, in Arabic. */

import type { GuardWords } from "../en/guard.ts";

export const guard: GuardWords = {
  slow: "يستغرق تحميل هذه الصفحة وقتًا طويلًا. إن لم يظهر شيء، فأعد تحميلها أو جرّب متصفحًا آخر.",
  away: "وصل جزء من هذه الصفحة فقط. يأتي الباقي فور الوصول إلى الخادم.",
  old: "لم تبدأ هذه الصفحة في هذا المتصفح. استخدم Chrome أو Edge 137 أو Firefox 129 أو Safari 17 أو أحدث.",
  failed: "لم تُحمَّل هذه الصفحة. تُعاد المحاولة كل دقيقة. إن لم يُجدِ ذلك، فثمة شيء في الطريق يغيّر ملفاتها أو يحجبها.",
  reload: "إعادة التحميل",
};
