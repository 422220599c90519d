/** What is said of who may ring, in Ukrainian. */

import type { AdmissionWords } from "../../en/home/admission.ts";

export const admission: AdmissionWords = {
  whoCanRing: "Хто може мені дзвонити",
  who: { everybody: "Усі", contacts: "Лише контакти", nobody: "Ніхто" },
  notes: {
    everybody: "Дзвонити може кожен, хто має ваше посилання або ID.",
    contacts:
      "Дзвонити можуть лише ті, кого ви зберегли або перевірили. Інші можуть постукати, написавши рядок тексту.",
    nobody: "Жоден дзвінок не лунає. Хто телефонує, побачить, що ви зараз не можете говорити.",
  },

  invitation: "Посилання-запрошення",
  kinds: { once: "Один дзвінок, протягом тижня", day: "Дзвінки протягом дня", week: "Дзвінки протягом тижня" },
  copyInvitation: "Копіювати запрошення",
  invitationNote: "Хто його має, може дзвонити, навіть коли це можуть лише контакти.",
  copied: "Запрошення скопійовано. Надішліть його тим, хто може вам дзвонити.",
  until: (when) => `Діє до ${when}`,
  takeBack: "Відкликати",
};
