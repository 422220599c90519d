/** What is said of cameras, microphones and speakers, in Arabic. */

import type { DeviceWords } from "../../en/features/devices.ts";

export const devices: DeviceWords = {
  title: "الكاميرا والصوت",
  close: "إغلاق الكاميرا والصوت",
  camera: "الكاميرا",
  microphone: "الميكروفون",
  speaker: "مكبر الصوت",
  system: "افتراضي النظام",
  test: "تشغيل صوت تجريبي",
  turn: "تبديل الكاميرا",
  unnamed: "ما يستخدمه النظام",
  youAreMuted: "صوتك مكتوم. لا أحد يسمعك.",
  said: {
    chosen: (label) => `قيد الاستخدام الآن: ${label}.`,
    lost: (label) => `لم يعد الجهاز السابق موجودًا. قيد الاستخدام الآن: ${label}.`,
    back: (label) => `عاد ${label} وهو قيد الاستخدام مجددًا.`,
    moved: (label) => `انتقل نظامك إلى ${label}.`,
    refused: (label) => `لا يمكن استخدام ${label} الآن. أوقف ما يستخدمه غير هذه الصفحة، وسيُستخدم تلقائيًا.`,
  },
};
