/** What is said of how pictures are shown in a call, in Italian. */

import type { PictureWords } from "../../en/features/pictures.ts";

export const pictures: PictureWords = {
  fullScreen: "Schermo intero",
  smallWindow: "Picture-in-picture",
  whole: "Mostra l’intera immagine",
  filling: "Riempi lo schermo",
  hideOwn: "Nascondi la tua immagine",
  showOwn: "Mostra la tua immagine",
  refused: {
    fullScreen: "Il browser non è passato a schermo intero. Riprova o usa il suo menu.",
    smallWindow: "Il browser non ha aperto la finestra piccola. Riprova quando vedi un’immagine.",
  },
};
