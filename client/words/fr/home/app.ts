/** What the page says of itself as an app, in French. */

import type { AppWords } from "../../en/home/app.ts";

export const app: AppWords = {
  title: "L’utiliser comme app",
  install: "Installer",
  notNow: "Plus tard",
  why:
    "Elle s’ouvre d’un seul geste, même sans réseau, et le navigateur garde plus longtemps votre ID et vos contacts.",
  whyHomeScreen:
    "Safari oublie votre ID après sept jours sans visite. Une app sur l’écran d’accueil garde son ID, qui est " +
    "nouveau. Touchez Partager, puis «\u00a0Sur l’écran d’accueil\u00a0».",
  ownLink: "C’est votre propre lien. Tous les onglets de ce navigateur ont votre ID\u00a0: personne ne répondrait ici.",
  trySecond: "Essayer avec un second ID",
  trial:
    "Cet onglet a un second ID jusqu’à ce que vous le fermiez ou le rechargiez. Appelez votre ID habituel\u00a0: ça " +
    "sonnera dans votre autre onglet.",
  useUsual: "Utiliser mon ID habituel",
  newVersion: "Il existe une version plus récente de cette page.",
  reload: "Recharger",
};
