/** What is said where only contacts ring, in Turkish. */

import type { KnockingWords } from "../../en/home/knocking.ts";

export const knocking: KnockingWords = {
  title: "Yalnızca kişiler",
  contactsOnly: (who) => `${who} yalnızca kendi kişilerinden arama alıyor. Bir satır yazıyla kapıyı çalabilirsin.`,
  inviteOver: (who) =>
    `Bu davet artık çalışmıyor. Süresi dolmuş veya kullanılmış olabilir. Kapıyı çalabilir ya da ${who} adlı kişiden yenisini isteyebilirsin.`,
  knockedTitle: "Kapıyı çaldın",
  knocked: (who) => `${who} seni içeri alırsa aranacaksın. Bu sayfayı açık tut.`,
  yourLine: "Kim olduğunu ve neden aradığını yaz",
  count: (length, max) => `${max} karakterden ${length}`,
  knock: "Kapıyı çal",

  knocking: "Kapı çalınıyor",
  claimed: (who) => `Adının ${who} olduğunu söyleyen biri kapıyı çalıyor`,
  nameless: "Tanımadığın biri kapıyı çalıyor",
  letIn: "İçeri al",
};
