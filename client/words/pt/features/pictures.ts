/** What is said of how pictures are shown in a call, in Portuguese. */

import type { PictureWords } from "../../en/features/pictures.ts";

export const pictures: PictureWords = {
  fullScreen: "Tela cheia",
  smallWindow: "Janela flutuante",
  whole: "Mostrar a imagem inteira",
  filling: "Preencher a tela",
  hideOwn: "Ocultar sua imagem",
  showOwn: "Mostrar sua imagem",
  refused: {
    fullScreen: "Seu navegador não entrou em tela cheia. Tente de novo ou use o menu dele.",
    smallWindow: "Seu navegador não abriu a janela flutuante. Tente de novo quando aparecer uma imagem.",
  },
};
