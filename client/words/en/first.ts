/**
 * What the first screen says, in English; its type is what every language says. Each sentence is whole, with holes for
 * what is put into it, and each failure has its own, which says what to do next and blames nobody.
 */

import { createPlural } from "../grammar/plurals.ts";
import type { Rich } from "../grammar/rich.ts";

const plural = createPlural("en");

export const first = {
  /** Somebody called a page that can take no calls; `why` is a sentence of its own. */
  untaken: (who: string, why: string) => `${who} called. ${why}`,
  tabLifetime: "This ID lasts only until you close this tab, because the browser keeps nothing for this page. " +
    "Leave private browsing to get one that lasts.",
  framedLifetime: "Inside another website, you may have a different ID.",
  unansweredLifetime: "The browser’s storage isn’t responding, so this tab has an ID of its own until you close it. " +
    "Restart the browser to get your usual ID back.",
  unread:
    "The browser’s storage isn’t responding, so your name and missed calls aren’t here, and your changes last only " +
    "until you close this tab. Reload this page, or restart the browser.",
  damaged:
    "Some of what the browser kept for this page can’t be read. Check your name, “Hide my IP address” and who you " +
    "have blocked.",
  reachable: "Anyone with your link can call you while this page is open.",
  linkCopied: "Link copied. Send it to whoever should call you.",
  idCopied: "ID copied. Send it to whoever should call you.",
  copyByHand: "Selected. Copy it with Ctrl + C, or ⌘ C on a Mac.",
  unreadableId: "An ID looks like k7mq-2vhd-9xtr-w4pz-0b5n.",
  emptyId: "Type their ID, or paste their link.",
  brokenLink: "This link isn’t complete. Ask for it again, or type their ID.",
  ownId: "That’s your own ID. Others use it to call you.",
  hiddenAndNoRelay: "Turn off “Hide my IP address” to call.",
  relayOnly: "Calls go through a relay. Others don’t see your address.",
  noRelay: "This needs a relay, and this server offers none.",
  relayStuck: "This server offers no relay, so calls can’t connect. Turn this off to call.",
  blocked: "Blocked. They can’t call you any more, and won’t be told.",

  language: "Language",
  unspoken: (name: string) => `${name} didn’t load. Check your connection, then choose it again.`,
  tagline: "Calls go from browser to browser, encrypted end to end.",
  invitation: <Node>(id: Node): Rich<Node> => ["Call ", id, "?"],
  byLink: "You opened this person’s link.",
  /** Of the name in it. */
  namedByLink: "This name is from the link. You’ll know if it’s them after the first call.",
  seesId: "They will see your ID.",
  seesIdAndName: "They will see your ID and your name.",
  yourId: "Your ID",
  copy: "Copy",
  copyLink: "Copy link",
  shareLink: "Share link",
  qrCode: "QR code",
  /** Over the code, for whoever is shown it. */
  scanMe: "Scan this to call me",
  closeQr: "Close",
  qrMissing: "The QR code didn’t load. Check your connection, then reload this page.",
  callMe: "Call me",
  /** Opens what the person sets of ringing, and is its title. */
  ringing: "Ringing",
  /** The list of them; and where there is none, what takes them from a file. */
  people: "People",
  textToCopy: "Text to copy",
  idOrLink: "ID or link",
  pasteOrType: "Paste a link or type an ID",
  call: "Call",
  yourName: "Your name",
  /** What the name is for. */
  nameUse: "People in your calls see it, and so does anyone who opens your link.",
  optional: "Optional",
  hideAddress: "Hide my IP address",

  unverified: plural({
    one: () => "1 call couldn’t be verified, so it didn’t ring.",
    other: (count) => `${count} calls couldn’t be verified, so they didn’t ring.`,
  }),
  untakenCount: plural({
    one: () => "1 call came in, but this page can’t take calls.",
    other: (count) => `${count} calls came in, but this page can’t take calls.`,
  }),
  block: "Block",
};

export type FirstWords = typeof first;
