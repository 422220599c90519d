/** What is said of pointing and drawing, in Arabic. */

import type { DrawWords } from "../../en/features/draw.ts";

export const draw: DrawWords = {
  draw: "الرسم",
  stop: "إيقاف الرسم",
  theyPoint: (who) => `${who} يشير إلى شيء.`,
  theyDraw: (who) => `${who} يرسم.`,
  ownScreen: "شاشتك المشارَكة",
  byKeys: "الإشارة بأسهم لوحة المفاتيح",
};
