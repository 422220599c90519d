/** What is said of people in a file, in Spanish. */

import type { PeopleFileWords } from "../../en/home/people_file.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("es");

export const peopleFile: PeopleFileWords = {
  note:
    "Guarda una copia de tu lista de personas o llévala a otro dispositivo. Solo esta frase de contraseña abre el archivo.",
  passphrase: "Frase de contraseña",
  tooShort: "Usa al menos 8 caracteres.",
  export: "Exportar",
  import: "Importar",
  exported: plural({ one: () => "1 persona exportada.", other: (count) => `${count} personas exportadas.` }),
  imported: plural({ one: () => "1 persona importada.", other: (count) => `${count} personas importadas.` }),
  wrong: "Esta frase de contraseña no abre este archivo. Revísala e inténtalo de nuevo.",
  foreign: "Este archivo no se puede leer aquí. Elige uno exportado en esta página.",
  tooLarge: "Este archivo es demasiado grande para haberse exportado aquí.",
  done: "Listo",
};
