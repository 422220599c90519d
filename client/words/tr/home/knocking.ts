/** What is said where only contacts ring, in Turkish. */

import type { KnockingWords } from "../../en/home/knocking.ts";

export const knocking: KnockingWords = {
  title: "Yalnızca kişiler",
  contactsOnly: (who) => `${who} yalnızca kişilerinden arama alıyor. Bir satır yazıyla kapıyı çalabilirsiniz.`,
  inviteOver: (who) =>
    `Bu davet artık çalışmıyor. Süresi dolmuş ya da kullanılmış olabilir. Kapıyı çalabilir ya da ${who} kişisinden yenisini isteyebilirsiniz.`,
  knockedTitle: "Kapıyı çaldınız",
  knocked: (who) => `${who} sizi içeri alırsa arayacak. Bu sayfayı açık tutun.`,
  yourLine: "Kim olduğunuzu ve neden aradığınızı yazın",
  count: (length, max) => `${length} / ${max} karakter`,
  knock: "Kapıyı çal",

  knocking: "Kapı çalınıyor",
  claimed: (who) => `Adının ${who} olduğunu söyleyen biri kapıyı çalıyor`,
  nameless: "Tanımadığınız biri kapıyı çalıyor",
  letIn: "İçeri al",
};
