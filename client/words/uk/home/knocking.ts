/** What is said where only contacts ring, in Ukrainian. */

import type { KnockingWords } from "../../en/home/knocking.ts";

export const knocking: KnockingWords = {
  title: "Лише контакти",
  contactsOnly: (who) =>
    `Користувачу ${who} можуть дзвонити лише контакти. Ви можете постукати, написавши рядок тексту.`,
  inviteOver: (who) =>
    `Це запрошення більше не діє. Можливо, його термін минув або ним уже скористалися. Ви можете постукати або попросити в користувача ${who} нове.`,
  knockedTitle: "Ви постукали",
  knocked: (who) => `Якщо ${who} вас впустить, вам зателефонують. Не закривайте цю сторінку.`,
  yourLine: "Напишіть, хто ви і чому телефонуєте",
  count: (length, max) => `${length} із ${max} символів`,
  knock: "Постукати",

  knocking: "Стукають",
  claimed: (who) => `Стукає хтось під іменем ${who}`,
  nameless: "Стукає хтось, кого ви не знаєте",
  letIn: "Впустити",
};
