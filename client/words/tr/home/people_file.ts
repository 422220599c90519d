/** What is said of people in a file, in Turkish. */

import type { PeopleFileWords } from "../../en/home/people_file.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("tr");

export const peopleFile: PeopleFileWords = {
  note: "Kişilerinizin bir kopyasını saklayın ya da başka bir cihaza taşıyın. Dosyayı yalnızca bu parola açar.",
  passphrase: "Parola",
  tooShort: "En az 8 karakter kullanın.",
  export: "Dışa aktar",
  import: "İçe aktar",
  exported: plural({ one: () => "1 kişi dışa aktarıldı.", other: (count) => `${count} kişi dışa aktarıldı.` }),
  imported: plural({ one: () => "1 kişi içe aktarıldı.", other: (count) => `${count} kişi içe aktarıldı.` }),
  wrong: "Bu parola bu dosyayı açmıyor. Kontrol edip yeniden deneyin.",
  foreign: "Bu dosya burada okunamıyor. Bu sayfadan dışa aktarılmış bir dosya seçin.",
  tooLarge: "Bu dosya, buradan dışa aktarılmış olamayacak kadar büyük.",
  done: "Bitti",
};
