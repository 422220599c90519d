/** What is said of files that two people send each other, in Ukrainian. */

import type { FilesWords } from "../../en/features/files.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("uk");

export const files: FilesWords = {
  title: "Файли",
  close: "Закрити файли",
  send: "Надіслати файл",
  sendFolder: "Надіслати папку",
  drop: (who) => `Перетягніть сюди файли, щоб запропонувати їх: ${who}`,
  empty:
    "Виберіть файли, перетягніть їх сюди або вставте. Щойно їх приймуть, вони підуть просто в браузер співрозмовника.",
  tooMany: "Це забагато за раз. Надсилайте до 1000 файлів і 64 ГБ або зачекайте, доки завершаться поточні передавання.",
  offered: (who, what, size) => `${who} хоче надіслати вам: ${what} (${size}).`,
  count: plural({
    one: (count) => `${count} файл`,
    few: (count) => `${count} файли`,
    many: (count) => `${count} файлів`,
    other: (count) => `${count} файлу`,
  }),
  accept: "Прийняти файл",
  decline: "Відхилити",
  pause: "Призупинити передавання",
  resume: "Відновити передавання",
  cancel: "Скасувати передавання",
  save: "Зберегти",
  remove: "Прибрати зі списку",
  youSend: "Ви надсилаєте:",
  theySend: (who) => `${who} надсилає:`,
  waiting: (who) => `Очікування, доки ${who} прийме`,
  ofAll: (done, all) => `${done} з ${all}`,
  eachSecond: (size) => `${size} за секунду`,
  left: (duration) => `ще ${duration}`,
  paused: "Призупинено",
  interrupted: (who) => `Перервано. Продовжиться, щойно ${who} повернеться й відкриє файл.`,
  unsaved: (who) => `Очікування, доки ${who} збереже`,
  sent: "Надіслано",
  received: "Отримано. Збережіть, перш ніж вийти.",
  saved: "Збережено",
  declined: (who) => `${who} відмовляється.`,
  cancelled: "Скасовано",
  problems: {
    "no-room": "На цьому пристрої немає для нього місця. Звільніть трохи і прийміть знову.",
    memory:
      "Цей браузер може прийняти тут лише до 256 МБ. Відкрийте сторінку в іншому браузері або не в приватному режимі.",
    storage: "Не вдалося зберегти. Звільніть місце на цьому пристрої і спробуйте знову.",
    unasked: "Цей браузер не зміг запитати, куди зберегти. Натисніть ще раз, щоб завантажити.",
    unreadable: "Файл переміщено або змінено. Виберіть його знову.",
    corrupt: "Файл надійшов пошкодженим. Попросіть надіслати його ще раз.",
    unavailable: "Не вдалося надіслати. Спробуйте знову або попросіть оновити сторінку на іншому боці.",
  },
  underWay: (what, share) => `${what}: готово ${share}`,
};
