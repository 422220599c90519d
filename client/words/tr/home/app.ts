/** What the page says of itself as an app, in Turkish. */

import type { AppWords } from "../../en/home/app.ts";

export const app: AppWords = {
  title: "Uygulama olarak kullanın",
  install: "Yükle",
  notNow: "Şimdi değil",
  why: "Tek dokunuşla, ağ olmadan da açılır; tarayıcı kimliğinizi ve kişilerinizi daha uzun süre saklar.",
  whyHomeScreen: "Safari, yedi gün girmezseniz kimliğinizi unutur. Ana Ekrandaki uygulama kendi kimliğini saklar, bu " +
    "yeni bir kimliktir. “Paylaş”a, sonra “Ana Ekrana Ekle”ye dokunun.",
  ownLink: "Bu sizin linkiniz. Bu tarayıcının her sekmesinde kimliğiniz aynı, bu yüzden burada kimse yanıtlamaz.",
  trySecond: "İkinci bir kimlikle dene",
  trial: "Kapatılana ya da yenilenene kadar bu sekmenin ikinci bir kimliği var. Her zamanki kimliğinizi " +
    "arayın: diğer sekmenizde çalar.",
  useUsual: "Her zamanki kimliğimi kullan",
  newVersion: "Bu sayfanın daha yeni bir sürümü var.",
  reload: "Yenile",
};
