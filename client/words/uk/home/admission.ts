/** What is said of who may ring, in Ukrainian. */

import type { AdmissionWords } from "../../en/home/admission.ts";

export const admission: AdmissionWords = {
  whoCanRing: "Хто може мені дзвонити",
  who: { everybody: "Усі", contacts: "Лише контакти", nobody: "Ніхто" },
  notes: {
    everybody: "Дзвонити може кожен, хто має ваше посилання або ID.",
    contacts: "Дзвонять лише ті, кого ви зберегли або перевірили. Інші можуть постукати рядком тексту.",
    nobody: "Жоден виклик не дзвонить. Хто телефонує, прочитає, що ви зараз не можете говорити.",
  },

  invitation: "Посилання-запрошення",
  kinds: { once: "Дзвонить один раз, протягом тижня", day: "Дзвонить протягом дня", week: "Дзвонить протягом тижня" },
  copyInvitation: "Копіювати запрошення",
  invitationNote: "Хто його має, може дзвонити, навіть коли це можуть лише контакти.",
  copied: "Запрошення скопійовано. Надішліть його тому, хто може дзвонити.",
};
