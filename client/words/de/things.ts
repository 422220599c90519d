/** What the pictures show that two people compare, in German. Long words say where they may be broken. */

import type { ThingWords } from "../en/things.ts";

const names =
  "Hund,Katze,Löwe,Pferd,Einhorn,Schwein,Elefant,Kanin\u00adchen,Panda,Hahn,Pinguin,Schild\u00adkrö\u00adte," +
  "Fisch,Krake,Schmet\u00adter\u00adling,Tulpe,Baum,Kaktus,Pilz,Globus,Mond,Wolke,Feuer,Banane,Apfel,Erdbeere," +
  "Mais,Pizza,Torte,Herz,Smiley,Roboter,Hut,Brille,Gabel\u00adschlüssel,Weih\u00adnachts\u00admann,Daumen," +
  "Regen\u00adschirm,Sanduhr,Wecker,Geschenk,Lampe,Buch,Blei\u00adstift,Klammer,Schere,Schloss,Schlüssel," +
  "Hammer,Telefon,Flagge,Zug,Fahrrad,Flugzeug,Rakete,Pokal,Ball,Gitarre,Trompete,Glocke,Anker,Kopf\u00adhörer," +
  "Ordner,Reiß\u00adzwe\u00adcke";

export const things: ThingWords = {
  names: names.split(","),
  unpictured: "Die Bilder wurden nicht geladen. Sind eure Seiten in verschiedenen Sprachen, vergleicht die Zahl.",
};
