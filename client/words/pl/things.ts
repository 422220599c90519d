/** What the pictures show that two people compare, in Polish. Long words say where they may be broken. */

import type { ThingWords } from "../en/things.ts";

const names =
  "Pies,Kot,Lew,Koń,Jedno\u00adrożec,Świnia,Słoń,Królik,Panda,Kogut,Pingwin,Żółw,Ryba,Ośmior\u00adnica,Motyl," +
  "Tulipan,Drzewo,Kaktus,Grzyb,Globus,Księżyc,Chmura,Ogień,Banan,Jabłko,Truskaw\u00adka,Kukury\u00addza,Pizza,Tort," +
  "Serce,Uśmiech,Robot,Kapelusz,Okulary,Narzę\u00addzie,Mikołaj,Kciuk,Parasol,Klepsy\u00addra,Budzik,Prezent,Żarówka," +
  "Książka,Ołówek,Spinacz,Nożyczki,Kłódka,Klucz,Młotek,Telefon,Flaga,Pociąg,Rower,Samolot,Rakieta,Puchar,Piłka," +
  "Gitara,Trąbka,Dzwonek,Kotwica,Słuchaw\u00adki,Folder,Pinezka";

export const things: ThingWords = {
  names: names.split(","),
  unpictured: "Obrazki się nie wczytały. Jeśli wasze strony są w różnych językach, porównajcie liczbę.",
};
