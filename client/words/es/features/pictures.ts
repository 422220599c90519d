/** What is said of how pictures are shown in a call, in Spanish. */

import type { PictureWords } from "../../en/features/pictures.ts";

export const pictures: PictureWords = {
  fullScreen: "Pantalla completa",
  smallWindow: "Imagen dentro de imagen",
  whole: "Mostrar la imagen entera",
  filling: "Llenar la pantalla",
  hideOwn: "Ocultar tu imagen",
  showOwn: "Mostrar tu imagen",
  refused: {
    fullScreen: "Tu navegador no pasó a pantalla completa. Inténtalo de nuevo o usa su propio menú.",
    smallWindow: "Tu navegador no abrió la ventana pequeña. Inténtalo de nuevo cuando veas una imagen.",
  },
};
