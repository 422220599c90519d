/** What the list of people says, in English; its type is what every language says. */

import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("en");

export const people = {
  file: "People as a file",
  search: "Search people",
  noneFound: "Nobody here has this name or ID.",
  missedCalls: "Missed calls",
  clear: "Clear",
  strangers: "People you don’t know",
  /** Everybody else. */
  others: "Contacts and recent calls",
  showMore: "Show more",
  callBack: "Call back",
  callBackTo: (who: string) => `Call back ${who}`,
  videoCall: "Video call",
  videoCallTo: (who: string) => `Video call ${who}`,
  voiceCall: "Voice call",
  voiceCallTo: (who: string) => `Voice call ${who}`,
  moreOf: (who: string) => `More about ${who}`,
  /** What somebody calls themselves. */
  claimed: (name: string) => `“${name}”`,
  /** How often somebody called, from twice on. */
  callCount: plural({ other: (count) => `${count} calls` }),
  online: "Online",
  verified: "Verified",
  contact: "Contact",
  saveContact: "Save contact",
  removeContact: "Remove contact",
  yourName: "Your name for them",
  yourNameNote: "Only you see it.",
  mute: "Mute",
  muteNote: "Their calls won’t ring. You’ll find them under missed calls.",
  notMuted: "Not muted",
  forAnHour: "For 1 hour",
  untilTomorrow: "Until tomorrow morning",
  always: "Until you turn it off",
  muted: "Muted",
  mutedUntil: (time: string) => `Muted until ${time}`,
  forget: "Delete",
  forgetAsk: (who: string) =>
    `Delete ${who} from this device? If they call again, they’ll appear as someone you don’t know.`,
  cancel: "Cancel",
  done: "Done",
  didNotLoad: "This didn’t load. Check your connection and try again.",
  unblock: "Unblock",
  unblockThem: (who: string) => `Unblock ${who}`,
  blockedCount: (count: number) => `Blocked (${count})`,
};

export type PeopleWords = typeof people;
