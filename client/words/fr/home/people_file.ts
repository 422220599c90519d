/** What is said of people in a file, in French. */

import type { PeopleFileWords } from "../../en/home/people_file.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("fr");

export const peopleFile: PeopleFileWords = {
  note:
    "Gardez une copie de votre liste de personnes ou emportez-la sur un autre appareil. Seule cette phrase secrète ouvre le fichier.",
  passphrase: "Phrase secrète",
  tooShort: "Utilisez au moins 8\u00a0caractères.",
  export: "Exporter",
  import: "Importer",
  exported: plural({
    one: (count) => `${count} personne exportée.`,
    other: (count) => `${count} personnes exportées.`,
  }),
  imported: plural({
    one: (count) => `${count} personne importée.`,
    other: (count) => `${count} personnes importées.`,
  }),
  wrong: "Cette phrase secrète n’ouvre pas ce fichier. Vérifiez-la, puis réessayez.",
  foreign: "Ce fichier ne peut pas être lu ici. Choisissez-en un qui a été exporté depuis cette page.",
  tooLarge: "Ce fichier est trop volumineux pour avoir été exporté ici.",
  done: "Terminé",
};
