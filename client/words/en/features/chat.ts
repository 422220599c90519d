/** What the chat of a call says, in English; its type is what every language says. */

import { createPlural } from "../../grammar/plurals.ts";
import type { Rich } from "../../grammar/rich.ts";

const plural = createPlural("en");

export const chat = {
  title: "Chat",
  close: "Close chat",
  message: "Message",
  send: "Send",
  sendAgain: "Send again",
  /** Nothing has been written yet. */
  empty: "What you write goes straight to the other person’s browser. It’s gone once you leave this call.",
  /** The other end’s page has no chat. */
  lacking: <Node>(
    who: Node,
  ): Rich<Node> => [who, "’s page is an older version without chat. Ask them to reload it."],
  olderGone: "Older messages are no longer shown.",
  isTyping: <Node>(who: Node): Rich<Node> => [who, " is typing…"],
  /** Before what somebody wrote, for whoever hears it. */
  youWrote: "You wrote:",
  theyWrote: <Node>(who: Node): Rich<Node> => [who, " wrote:"],
  onItsWay: "Sending…",
  delivered: "Delivered",
  notSent: "Not sent.",
  tooLong: plural({
    one: () => "1 character too long",
    other: (count) => `${count} characters too long`,
  }),
  unread: plural({
    one: () => "1 unread message",
    other: (count) => `${count} unread messages`,
  }),
  newMessage: (who: string, text: string) => `New message from ${who}: ${text}`,
};

export type ChatWords = typeof chat;
