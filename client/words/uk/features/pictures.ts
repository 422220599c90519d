/** What is said of how pictures are shown in a call, in Ukrainian. */

import type { PictureWords } from "../../en/features/pictures.ts";

export const pictures: PictureWords = {
  fullScreen: "На весь екран",
  smallWindow: "Картинка в картинці",
  whole: "Показати все зображення",
  filling: "Заповнити екран",
  hideOwn: "Сховати власне зображення",
  showOwn: "Показати власне зображення",
  refused: {
    fullScreen: "Браузер не перейшов на весь екран. Спробуйте знову або скористайтеся його меню.",
    smallWindow: "Браузер не відкрив маленького вікна. Спробуйте знову, коли побачите зображення.",
  },
};
