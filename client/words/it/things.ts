/** What the pictures show that two people compare, in Italian. Long words say where they may be broken. */

import type { ThingWords } from "../en/things.ts";

const names =
  "Cane,Micio,Leone,Cavallo,Unicorno,Maiale,Elefante,Coniglio,Panda,Gallo,Pinguino,Tarta\u00adruga,Pesce,Polpo,Farfalla," +
  "Tulipano,Albero,Cactus,Fungo,Mondo,Luna,Nuvola,Fuoco,Banana,Mela,Fragola,Mais,Pizza,Torta,Cuore,Sorriso,Robot," +
  "Cappello,Occhiali,Chiave inglese,Babbo Natale,Pollice,Ombrello,Cles\u00adsidra,Sveglia,Regalo,Lam\u00adpadina,Libro," +
  "Matita,Graf\u00adfetta,Forbici,Luc\u00adchetto,Chiave,Martello,Telefono,Bandiera,Treno,Bici\u00adcletta,Aereo,Razzo," +
  "Coppa,Palla,Chitarra,Tromba,Campana,Ancora,Cuffie,Cartella,Puntina";

export const things: ThingWords = {
  names: names.split(","),
  unpictured: "Le immagini non si sono caricate. Se le vostre pagine sono in lingue diverse, confrontate il numero.",
};
