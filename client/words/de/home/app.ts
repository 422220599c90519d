/** What the page says of itself as an app, in German. */

import type { AppWords } from "../../en/home/app.ts";

export const app: AppWords = {
  title: "Als App behalten",
  install: "Installieren",
  notNow: "Nicht jetzt",
  why: "Sie öffnet sich mit einem Tippen, auch ohne Netz, und der Browser behält deine ID und deine Leute länger.",
  whyHomeScreen: "Safari vergisst deine ID nach sieben Tagen ohne Besuch. Die App auf dem Home-Bildschirm " +
    "behält ihre ID, bekommt aber eine neue. Tippe auf „Teilen“ und dann auf „Zum Home-Bildschirm“.",
  ownLink: "Das ist dein eigener Link. Jeder Tab dieses Browsers hat deine ID, also würde hier niemand abnehmen.",
  trySecond: "Mit einer zweiten ID ausprobieren",
  trial:
    "Dieser Tab hat eine zweite ID, bis du ihn schließt oder neu lädst. Ruf deine übliche an: Es klingelt in deinem anderen Tab.",
  useUsual: "Meine übliche ID nehmen",
  newVersion: "Es gibt eine neuere Version dieser Seite.",
  reload: "Neu laden",
};
