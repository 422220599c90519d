/** What is said of how pictures are shown in a call, in Polish. */

import type { PictureWords } from "../../en/features/pictures.ts";

export const pictures: PictureWords = {
  fullScreen: "Pełny ekran",
  smallWindow: "Obraz w obrazie",
  whole: "Pokaż cały obraz",
  filling: "Wypełnij ekran",
  hideOwn: "Ukryj własny obraz",
  showOwn: "Pokaż własny obraz",
  refused: {
    fullScreen: "Przeglądarka nie przeszła na pełny ekran. Spróbuj ponownie albo użyj jej menu.",
    smallWindow: "Przeglądarka nie otworzyła małego okna. Spróbuj ponownie, gdy zobaczysz obraz.",
  },
};
