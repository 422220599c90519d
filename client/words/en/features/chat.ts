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
  empty:
    "What you write goes straight to the other person’s browser. It’s gone once you leave this call, unless you both keep it.",
  options: "Chat options",
  keep: "Keep this chat",
  keepNote: "New messages are saved on this device while you both have this on. Pictures aren’t.",
  keepAsked: <Node>(who: Node): Rich<Node> => [
    who,
    " would like to keep this chat. You can turn that on in the chat options.",
  ],
  keepAlone: <Node>(who: Node): Rich<Node> => ["Nothing new is kept until ", who, " turns this on as well."],
  keepBoth: "You both keep what you write, each on your own device.",
  deleteKept: plural({
    one: () => "Delete 1 kept message from this device",
    other: (count) => `Delete ${count} kept messages from this device`,
  }),
  /** The other end’s page has no chat. */
  lacking: <Node>(
    who: Node,
  ): Rich<Node> => [who, "’s page is an older version without chat. Ask them to reload it."],
  /** Stand above what was written in earlier calls, and above what is of this one. */
  earlier: "Earlier",
  thisCall: "This call",
  olderGone: "Older messages are no longer shown.",
  isTyping: <Node>(who: Node): Rich<Node> => [who, " is typing…"],
  live: "Real-time text",
  liveOption: "Lets the other person see what you type as you type it.",
  /** While that is on. */
  liveNote: "The other person sees what you type as you type it.",
  typed: (who: string, text: string) => `${who} is typing: ${text}`,
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
  picture: "Picture",
  showPicture: "Show picture",
  openPicture: "Open picture",
  closePicture: "Close picture",
  pictureProblems: {
    unreadable: "This picture can’t be read, so it wasn’t sent.",
    "too-large": "This picture is too large. Send it as a file.",
    unavailable: "Not sent.",
    unshowable: "This picture can’t be shown here.",
    "too-many": "Too many pictures at once. Some were left out.",
  },
  newMessage: (who: string, text: string) => `New message from ${who}: ${text}`,
};

export type ChatWords = typeof chat;
