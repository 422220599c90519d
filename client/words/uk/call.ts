/**
 * What the screens of a call say while it is on, in Ukrainian; with what is said of devices, of words, of screens and
 * in the chat.
 */

import type { CallWords } from "../en/call.ts";

export { chat } from "./features/chat.ts";
export { comparison } from "./comparison.ts";
export { devices } from "./features/devices.ts";
export { draw } from "./features/draw.ts";
export { files } from "./features/files.ts";
export { hold } from "./features/hold.ts";
export { keyboard } from "./features/keyboard.ts";
export { media } from "./media.ts";
export { pictures } from "./features/pictures.ts";
export { preview } from "./features/preview.ts";
export { reactions } from "./features/reactions.ts";
export { screenShare } from "./features/screen_share.ts";

export const call: CallWords = {
  storageFull: "У цьому браузері скінчилося місце, тому зміни діють, доки ви не закриєте цю вкладку. Звільніть " +
    "місце на пристрої, щоб їх зберегти.",
  phase: {
    ringing: "Дзвонить…",
    heldBack: "Забагато дзвінків. Задзвонить, щойно буде дозволено.",
    patient: "Сторінку там не відкрито. Пробуємо далі.",
    about: "Зараз почнеться виклик…",
    calling: "Виклик…",
    rejoining: "Повернення до дзвінка…",
    video: "Відеодзвінок",
    voice: "Голосовий дзвінок",
    connected: "З’єднано",
    away: "Очікування іншої сторони…",
    connecting: "З’єднання…",
    reconnecting: "Відновлення з’єднання…",
    ended: "Дзвінок завершено",
  },
  state: {
    ringing: (who) => `Дзвонить… Очікування відповіді: ${who}.`,
    heldBack: (who) =>
      `Із вашої мережі за короткий час було забагато дзвінків: ${who}. Задзвонить, щойно буде дозволено.`,
    patient: (who) => `${who}: сторінку не відкрито. Пробуємо далі.`,
    about: (who) => `Зараз почнеться виклик: ${who}…`,
    calling: (who) => `Виклик: ${who}…`,
    rejoining: (who) => `Повернення до дзвінка: ${who}…`,
    video: (who) => `${who} дзвонить вам із відео.`,
    voice: (who) => `${who} дзвонить вам.`,
    away: (who) => `${who} уже якийсь час не відповідає. Зачекайте або завершіть дзвінок.`,
    connecting: (who) => `З’єднання: ${who}…`,
    connected: (who) => `З’єднано: ${who}.`,
    joining: (who) => `${who} от-от приєднається.`,
    reconnectingAway: (who) =>
      `Відновлення з’єднання… ${who} уже якийсь час не відповідає. Дзвінок чекатиме дві хвилини, або ` +
      "завершіть його зараз.",
    reconnecting: "Відновлення з’єднання… Воно перервалося. Залишайтеся тут, воно відновиться саме.",
    ended: "Дзвінок завершено.",
  },
  title: {
    waiting: "Хтось дзвонить…",
    outgoing: (who) => `Виклик: ${who}…`,
    incoming: (who) => `${who} дзвонить…`,
    connected: (who) => `Дзвінок: ${who}`,
    reconnecting: (who) => `Відновлення з’єднання: ${who}…`,
    missed: (who) => `Пропущений дзвінок: ${who}`,
  },

  namedByLink: "Це ім’я з посилання. Чи воно справжнє, стане ясно, коли вам відповідять.",
  otherUnderName: (who) => `Раніше під іменем ${who} був інший ID, тож цим ім’ям може користуватися хтось інший.`,
  askThem: "Запитайте те, що може знати лише ця людина.",
  compareToBeSure: "Порівняйте слова, щоб упевнитися.",
  itsThem: "Це саме ця людина",
  neverTalked: "Ви ще не розмовляли із цим ID.",
  neverTalkedClaimed: "Ви ще не розмовляли із цим ID. Ім’я вказала інша сторона.",

  controls: "Керування дзвінком",
  mute: "Вимкнути мікрофон",
  unmute: "Увімкнути мікрофон",
  cameraOn: "Увімкнути камеру",
  cameraOff: "Вимкнути камеру",
  resting: "Дзвінок на утриманні. Це подіє, коли його відновлять.",
  cancel: "Скасувати",
  hangUp: "Завершити",
  more: "Більше",
  incomingCall: "Вхідний дзвінок",
  accept: "Прийняти",
  acceptWithoutVideo: "Прийняти без відео",
  decline: "Відхилити",
  silence: "Без звуку",
  ownPicture: "Власне зображення",
  ownPictureMoves: "Власне зображення, пересувається клавішами зі стрілками",
  remoteVideo: "Відео іншої сторони",
  theirCameraOff: (who) => [who, ": камеру вимкнено"],
  joining: (who) => `${who} от-от приєднається`,
  theyAreMuted: (who) => [who, ": мікрофон вимкнено"],
  waitsForTap: "Браузер не відтворить дзвінок, доки ви не торкнетеся.",
  tapForSound: "Торкніться, щоб чути",
  featuresMissing: "Частина сторінки не завантажилася, тож тут може чогось бракувати.",
  tryAgain: "Спробувати ще",
  callAgain: "Зателефонувати знову",
  keepWaiting: "Чекати далі",
  pageClosed: (who) => `${who}: сторінку закрито. Очікування…`,
  gone: (who) => `${who} вже не в дзвінку. Зателефонуйте знову або чекайте далі.`,
  back: "Назад",
};
