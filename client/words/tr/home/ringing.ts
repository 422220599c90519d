/** What is said of ringing, and of when there is none, in Turkish. */

import type { RingingWords } from "../../en/home/ringing.ts";

export const ringing: RingingWords = {
  quiet: "Rahatsız Etme açık.",
  quietUntil: (time) => `Rahatsız Etme açık. Bitiş: ${time}.`,
  tapOnce: "Bu sayfanın çalabilmesi için bir kez dokunun.",
  didNotLoad: "Bu ayarlar yüklenemedi. Bağlantınızı kontrol edip yeniden deneyin.",
  done: "Bitti",

  doNotDisturb: "Rahatsız Etme",
  whatQuietIs: "Aramalar ses çıkarmaz ve öne çıkmaz. Cevapsız aramalarda bulursunuz.",
  forAnHour: "1 saat boyunca",
  daily: "Her gün",
  from: "Başlangıç",
  to: "Bitiş",
  noTime: "İki saat aynı, bu yüzden bir şey değişmez.",

  tone: "Zil sesi",
  tones: { classic: "Klasik", chimes: "Çanlar", drops: "Damlalar", telephone: "Telefon" },
  testRing: "Zili dene",
  toneNote: "Bu cihazın ses düzeyinde çalar.",
  heard: "Şimdi duymanız gerekir. Duymuyorsanız bu cihazın sesini yükseltin.",
  unheard: "Bu tarayıcı sayfanın çalmasına izin vermiyor. Site ayarlarından sese izin verin ve hoparlörü kontrol edin.",

  notify: "Bana bildir",
  notifyNote: "Başka bir şeye bakarken biri ararsa bildirim alırsınız.",
  notified: "Bu sayfa açık olduğu sürece biri arayınca bildirim alırsınız.",
  notifyDenied: "Bu tarayıcı bu sayfanın bildirimlerini engelliyor. Site ayarlarından izin verip sayfayı yenileyin.",
  notifyUnable: "Bu tarayıcı böyle bir sayfa için bildirim göstermiyor. Sayfa açıkken aramalar yine çalar.",
  missedStranger: "Tanımadığınız birinden cevapsız arama",
};
