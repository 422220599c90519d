/** What the list of people says, in Ukrainian. */

import type { PeopleWords } from "../../en/home/people.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("uk");

export const people: PeopleWords = {
  file: "Люди у файлі",
  search: "Пошук людей",
  noneFound: "Тут немає нікого з таким іменем чи ID.",
  missedCalls: "Пропущені дзвінки",
  clear: "Очистити",
  strangers: "Незнайомі люди",
  others: "Контакти й останні дзвінки",
  showMore: "Показати більше",
  callBack: "Передзвонити",
  callBackTo: (who) => `Передзвонити: ${who}`,
  videoCall: "Відеодзвінок",
  videoCallTo: (who) => `Відеодзвінок: ${who}`,
  voiceCall: "Голосовий дзвінок",
  voiceCallTo: (who) => `Голосовий дзвінок: ${who}`,
  moreOf: (who) => `Докладніше: ${who}`,
  claimed: (name) => `«${name}»`,
  callCount: plural({
    one: (count) => `${count} дзвінок`,
    few: (count) => `${count} дзвінки`,
    many: (count) => `${count} дзвінків`,
    other: (count) => `${count} дзвінка`,
  }),
  online: "Онлайн",
  verified: "Перевірено",
  contact: "Контакт",
  saveContact: "Зберегти контакт",
  removeContact: "Вилучити з контактів",
  yourName: "Як ви називаєте цю людину",
  yourNameNote: "Це бачите лише ви.",
  mute: "Вимкнути звук",
  muteNote: "Дзвінки від цієї людини не лунатимуть. Ви знайдете їх серед пропущених.",
  notMuted: "Звук увімкнено",
  forAnHour: "На 1 годину",
  untilTomorrow: "До завтрашнього ранку",
  always: "Доки не ввімкнете",
  muted: "Без звуку",
  mutedUntil: (time) => `Без звуку до: ${time}`,
  forget: "Видалити",
  forgetAsk: (who) => `Видалити з цього пристрою: ${who}? Наступний дзвінок звідти буде від незнайомої людини.`,
  cancel: "Скасувати",
  done: "Готово",
  didNotLoad: "Це не завантажилося. Перевірте з’єднання й спробуйте ще раз.",
  unblock: "Розблокувати",
  unblockThem: (who) => `Розблокувати: ${who}`,
  blockedCount: (count) => `Заблоковані (${count})`,
};
