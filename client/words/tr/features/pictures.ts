/** What is said of how pictures are shown in a call, in Turkish. */

import type { PictureWords } from "../../en/features/pictures.ts";

export const pictures: PictureWords = {
  fullScreen: "Tam ekran",
  smallWindow: "Resim içinde resim",
  whole: "Görüntünün tamamını göster",
  filling: "Ekranı doldur",
  hideOwn: "Kendi görüntümü gizle",
  showOwn: "Kendi görüntümü göster",
  refused: {
    fullScreen: "Tarayıcınız tam ekrana geçmedi. Yeniden deneyin ya da tarayıcının menüsünü kullanın.",
    smallWindow: "Tarayıcınız küçük pencereyi açmadı. Görüntü gelince yeniden deneyin.",
  },
};
