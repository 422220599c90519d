/** What the pictures show that two people compare, in French. Long words say where they may be broken. */

import type { ThingWords } from "../en/things.ts";

const names =
  "Chien,Chat,Lion,Cheval,Licorne,Cochon,Éléphant,Lapin,Panda,Coq,Pingouin,Tortue,Poisson,Pieuvre,Papillon,Tulipe," +
  "Arbre,Cactus,Cham\u00adpignon,Globe,Lune,Nuage,Feu,Banane,Pomme,Fraise,Maïs,Pizza,Gâteau,Cœur,Sourire,Robot," +
  "Chapeau,Lunettes,Clé anglaise,Père Noël,Pouce,Para\u00adpluie,Sablier,Réveil,Paquet,Lampe,Livre,Crayon," +
  "Trom\u00adbone,Ciseaux,Cadenas,Clé,Marteau,Télé\u00adphone,Drapeau,Train,Vélo,Avion,Fusée,Trophée,Ballon,Guitare," +
  "Trom\u00adpette,Cloche,Ancre,Casque,Dossier,Punaise";

export const things: ThingWords = {
  names: names.split(","),
  unpictured: "Les images n’ont pas été chargées. Si vos pages sont dans des langues différentes, comparez le nombre.",
};
