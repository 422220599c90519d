/** What the page says of itself as an app, in Arabic. */

import type { AppWords } from "../../en/home/app.ts";

export const app: AppWords = {
  title: "احتفظ بها كتطبيق",
  install: "تثبيت",
  notNow: "ليس الآن",
  why: "تُفتح بلمسة واحدة حتى بلا شبكة، ويحتفظ المتصفح بمعرّفك وبمن تعرفهم مدة أطول.",
  whyHomeScreen: "ينسى Safari معرّفك بعد سبعة أيام بلا زيارة. أما على الشاشة الرئيسية فيبقى، ويبدأ التطبيق هناك " +
    "بمعرّف جديد. اضغط «مشاركة» ثم «إضافة إلى الشاشة الرئيسية».",
  newVersion: "هناك إصدار أحدث من هذه الصفحة.",
  reload: "إعادة التحميل",
};
