/** What the pictures show that two people compare, in Spanish. Long words say where they may be broken. */

import type { ThingWords } from "../en/things.ts";

const names =
  "Perro,Gatito,León,Caballo,Uni\u00adcornio,Cerdo,Elefante,Conejo,Panda,Gallo,Pingüino,Tortuga,Pez,Pulpo,Mariposa," +
  "Tulipán,Árbol,Cactus,Hongo,Mundo,Luna,Nube,Fuego,Plátano,Manzana,Fresa,Maíz,Pizza,Pastel,Corazón,Sonrisa,Robot," +
  "Som\u00adbrero,Gafas,Llave inglesa,Papá Noel,Pulgar,Para\u00adguas,Reloj de arena,Desper\u00adtador,Regalo,Lámpara," +
  "Libro,Lápiz,Clip,Tijeras,Candado,Llave,Martillo,Teléfono,Bandera,Tren,Bici\u00adcleta,Avión,Cohete,Trofeo,Pelota," +
  "Guitarra,Trom\u00adpeta,Campana,Ancla,Auricu\u00adlares,Carpeta,Chin\u00adcheta";

export const things: ThingWords = {
  names: names.split(","),
  unpictured: "Las imágenes no se cargaron. Si las páginas están en idiomas distintos, compara el número.",
};
