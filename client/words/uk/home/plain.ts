/** What pages say that run no script, in Ukrainian. */

import type { PlainWords } from "../../en/home/plain.ts";

export const plain: PlainWords = {
  needsScript: "Для відеодзвінків потрібен JavaScript. Увімкніть його для цієї сторінки, а тоді оновіть її.",
  nothing: {
    title: "Тут нічого немає",
    heading: "Тут нічого немає",
    explanation: "Ця адреса нікуди не веде. Якщо хтось надіслав вам посилання, скопіюйте його повністю й спробуйте " +
      "ще раз: воно закінчується п’ятьма групами по чотири символи (літери й цифри).",
    home: "На головну сторінку",
  },
};
