/** What the pictures show that two people compare, in Turkish. Long words say where they may be broken. */

import type { ThingWords } from "../en/things.ts";

const names =
  "Köpek,Kedi,Aslan,At,Tekboy\u00adnuz,Domuz,Fil,Tavşan,Panda,Horoz,Penguen,Kaplum\u00adbağa,Balık,Ahtapot,Kelebek," +
  "Lale,Ağaç,Kaktüs,Mantar,Dünya,Ay,Bulut,Alev,Muz,Elma,Çilek,Mısır,Pizza,Pasta,Kalp,Gülücük,Robot,Şapka,Gözlük," +
  "Tamir,Noel,Başpar\u00admak,Şemsiye,Kum\u00adsaati,Alarm,Hediye,Lamba,Kitap,Kalem,Ataş,Makas,Kilit,Anahtar,Çekiç," +
  "Telefon,Bayrak,Tren,Bisiklet,Uçak,Roket,Kupa,Futbol,Gitar,Trompet,Çan,Çapa,Kulaklık,Klasör,Raptiye";

export const things: ThingWords = {
  names: names.split(","),
  unpictured: "Resimler yüklenemedi. Sayfalarınız farklı dillerdeyse sayıyı karşılaştırın.",
};
