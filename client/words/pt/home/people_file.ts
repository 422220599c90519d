/** What is said of people in a file, in Portuguese. */

import type { PeopleFileWords } from "../../en/home/people_file.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("pt");

export const peopleFile: PeopleFileWords = {
  note:
    "Guarde uma cópia da sua lista de pessoas ou leve-a para outro dispositivo. Só esta frase secreta abre o arquivo.",
  passphrase: "Frase secreta",
  tooShort: "Use pelo menos 8 caracteres.",
  export: "Exportar",
  import: "Importar",
  exported: plural({ one: (count) => `${count} pessoa exportada.`, other: (count) => `${count} pessoas exportadas.` }),
  imported: plural({ one: (count) => `${count} pessoa importada.`, other: (count) => `${count} pessoas importadas.` }),
  wrong: "Esta frase secreta não abre este arquivo. Verifique-a e tente de novo.",
  foreign: "Este arquivo não pode ser lido aqui. Escolha um que foi exportado nesta página.",
  tooLarge: "Este arquivo é grande demais para ter sido exportado aqui.",
  done: "Pronto",
};
