/** What is said of messages that people leave each other, in Turkish. */

import type { NoteWords } from "../../en/home/notes.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("tr");

export const notes: NoteWords = {
  leave: "Mesaj bırak",
  titleFor: (who) => `${who} için mesaj`,
  message: "Mesaj",
  use: "İkiniz de çevrimiçi olana kadar bu cihazda kalır. Yalnızca alıcısı okuyabilir.",
  characters: (count, max) => `${count} / ${max} karakter`,
  submit: "Mesajı bırak",
  cancel: "İptal",
  unable: "Bu tarayıcı mesajları şifreleyemiyor. Mesaj bırakmak için tarayıcıyı güncelleyin.",
  full: "Çok fazla mesaj bekliyor. Birini iptal edip yeniden deneyin.",
  waiting: (who, count) =>
    plural({
      other: (count) => `${who} için ${count} mesaj ikinizin de çevrimiçi olmasını bekliyor.`,
    })(count),
  delivered: (who) => `İletildi: ${who}`,

  title: "Mesajlar",
  from: (who) => `${who} mesaj bıraktı`,
  announced: (who) => `${who} mesaj bırakmak istiyor. Mesaj henüz ulaşmadı.`,
  strangers: plural({
    one: () => "Tanımadığınız birinden 1 mesaj",
    other: (count) => `Tanımadığınız kişilerden ${count} mesaj`,
  }),
  delete: "Sil",
};
