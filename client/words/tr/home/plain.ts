/** What pages say that run no script, in Turkish. */

import type { PlainWords } from "../../en/home/plain.ts";

export const plain: PlainWords = {
  needsScript: "Görüntülü aramalar için JavaScript gerekir. Bu sayfa için açın, sonra sayfayı yenileyin.",
  nothing: {
    title: "Burada bir şey yok",
    heading: "Burada bir şey yok",
    explanation: "Bu adres hiçbir yere gitmiyor. Biri size bir link gönderdiyse tamamını kopyalayıp yeniden " +
      "deneyin: sonunda harf ve rakamlardan oluşan dört karakterlik beş grup vardır.",
    home: "Ana sayfaya git",
  },
};
