/** What is said of messages that people leave each other, in English; its type is what every language says. */

import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("en");

export const notes = {
  leave: "Leave a message",
  titleFor: (who: string) => `Message for ${who}`,
  message: "Message",
  use: "It stays on this device until you’re both online. Only they can read it.",
  /** Both are written as numbers. */
  characters: (count: string, max: string) => `${count} of ${max} characters`,
  submit: "Leave message",
  cancel: "Cancel",
  unable: "This browser can’t encrypt messages. Update it to leave one.",
  full: "Too many messages are waiting. Cancel one, then try again.",
  waiting: (who: string, count: number) =>
    plural({
      one: () => `1 message for ${who} waits until you’re both online.`,
      other: (count) => `${count} messages for ${who} wait until you’re both online.`,
    })(count),
  delivered: (who: string) => `Delivered to ${who}`,

  title: "Messages",
  from: (who: string) => `${who} left a message`,
  announced: (who: string) => `${who} wants to leave a message. It hasn’t arrived yet.`,
  strangers: plural({
    one: () => "1 message from someone you don’t know",
    other: (count) => `${count} messages from people you don’t know`,
  }),
  delete: "Delete",
};

export type NoteWords = typeof notes;
