/** What the pictures show that two people compare, in Dutch. Long words say where they may be broken. */

import type { ThingWords } from "../en/things.ts";

const names =
  "Hond,Kat,Leeuw,Paard,Eenhoorn,Varken,Olifant,Konijn,Panda,Haan,Pinguïn,Schild\u00adpad,Vis,Octopus,Vlinder," +
  "Tulp,Boom,Cactus,Padden\u00adstoel,Wereld\u00adbol,Maan,Wolk,Vuur,Banaan,Appel,Aardbei,Maïs,Pizza,Taart,Hart," +
  "Smiley,Robot,Hoed,Bril,Gereed\u00adschap,Kerst\u00adman,Duim,Paraplu,Zand\u00adloper,Wekker,Cadeau,Lamp,Boek," +
  "Potlood,Paper\u00adclip,Schaar,Slot,Sleutel,Hamer,Telefoon,Vlag,Trein,Fiets,Vliegtuig,Raket,Trofee,Voetbal,Gitaar," +
  "Trompet,Bel,Anker,Kop\u00adtelefoon,Map,Punaise";

export const things: ThingWords = {
  names: names.split(","),
  unpictured: "De plaatjes zijn niet geladen. Zijn jullie pagina’s in verschillende talen, vergelijk dan het getal.",
};
