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
  empty: "What you write goes straight to the other page. It is gone when you leave this call’s screen.",
  /** The other end’s page has no chat. */
  lacking: <Node>(
    who: Node,
  ): Rich<Node> => [who, "’s page is an older one that has no chat. Ask them to load it again."],
  olderGone: "Older messages are no longer shown.",
  isTyping: <Node>(who: Node): Rich<Node> => [who, " is typing…"],
  /** Before what somebody wrote, for whoever hears it. */
  youWrote: "You wrote:",
  theyWrote: <Node>(who: Node): Rich<Node> => [who, " wrote:"],
  onItsWay: "On its way",
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
