/**
 * What is said of a call that is over, in English: what happened, for how long, and what to do next. Its type is what
 * every language says. `at` is a time of day; null where nobody knows it.
 */

import type { FailureDetail } from "../../../signaling/protocol.ts";

export const ends = {
  title: {
    ended: "Call ended",
    cancelled: "Call cancelled",
    missed: "Missed call",
    tooLate: "They stopped calling",
    declined: "Call declined",
    busy: "On another call",
    unanswered: "No answer",
    answeredElsewhere: "Answered elsewhere",
    declinedElsewhere: "Declined elsewhere",
    unavailable: "Not reachable",
    heldBack: "Called too often",
    impossible: "Call not possible",
    offline: "Couldn’t call",
    stopped: "Call stopped",
    lost: "Connection lost",
    failed: "Couldn’t connect",
  },
  /** For whoever hears it. */
  aloud: (title: string, sentence: string) => `${title}. ${sentence}`,

  talked: (who: string, duration: string) => `You talked with ${who} for ${duration}.`,
  hungUpEarly: "You hung up before the call connected.",
  theyHungUpEarly: (who: string) => `${who} hung up before the call connected. Try calling again.`,
  cancelled: (who: string) => `You stopped calling ${who} before they answered.`,
  missed: (who: string, at: string | null) => at === null ? `${who} called you.` : `${who} called you at ${at}.`,
  callToReach: "Call again to reach them.",
  vanished: (who: string, at: string | null) =>
    at === null
      ? `${who} called you, but was gone before you could answer. Call again to reach them.`
      : `${who} called you at ${at}, but was gone before you could answer. Call again to reach them.`,
  tooLate: (who: string) => `${who} stopped calling before your answer got through. Call again to reach them.`,
  theyDeclined: (who: string) => `${who} can’t talk right now. Try again later.`,
  youDeclined: (who: string) => `You declined the call from ${who}. Call again when it suits you.`,
  theyWereBusy: (who: string) => `${who} is on another call. Try again in a few minutes.`,
  youWereBusy: "You were on another call.",
  unanswered: (who: string, at: string | null) =>
    at === null
      ? `${who} didn’t answer. Try again later.`
      : `${who} didn’t answer your call at ${at}. Try again later.`,
  answeredElsewhere: (who: string) => `You answered the call from ${who} in another tab or on another device.`,
  declinedElsewhere: (who: string) => `You declined the call from ${who} in another tab or on another device.`,
  unavailable: (who: string) => `${who} isn’t reachable right now. Try again, or send them your link.`,
  heldBack: (who: string) =>
    `Your network has called ${who} too often in a short time. Wait a minute, then call again.`,
  unsupported: (who: string) =>
    `${who}’s browser can’t take calls. Ask them to open the connection check, which says why, ` +
    "or to use another browser.",
  incompatible: (who: string) =>
    `Your browser and ${who}’s couldn’t agree on how to connect. Update both, or try another browser.`,
  noWebRtc: "Your browser has WebRTC switched off, so it can’t make calls. " +
    "Turn it on, or call again from another browser.",
  unprepared: "Your browser couldn’t set up the call. Reload this page and call again, or use another browser.",
  offline: (who: string) =>
    `This page wasn’t connected to the server, so the call didn’t reach ${who}. Check your network and call again.`,
  keyless: "This page has no key to prove that it’s you calling. " +
    "Open it at its https:// address in an up-to-date browser, and call again.",
  changed: (who: string) => `Someone in between changed what ${who}’s browser sent, so the call was stopped.`,
  overAnotherNetwork: "Call again over another network.",
  unsigned: (who: string) =>
    `The answer wasn’t signed by ${who}, so someone in between may have changed it. Nothing was seen or heard. ` +
    "Ask them to reload their page, and call again. If it happens again, use another network or another server.",
  otherKey: (who: string) =>
    `This call used ${who}’s ID, but not their key, so it wasn’t from them. ` +
    "Reach them another way, and don’t take calls from this ID.",
  remoteUnverified: (who: string) =>
    `${who}’s browser couldn’t verify that this call is from you, so it stopped the call. ` +
    "Reload this page and call again. If it happens again, use another network.",
  theyFoundDiffering: (who: string) =>
    `${who} found that someone may be between you. Don’t rely on what was said. ` +
    "Call over another network, or reach them another way.",
  wordsDiffered: (who: string) =>
    `The words didn’t match, so someone may be between you and ${who}. Don’t rely on what was said. ` +
    "Call over another network, or reach them another way.",
  flooded: (who: string) =>
    `${who}’s browser sent far more than a call needs, so the call was stopped. ` +
    "If you still want to talk, ask them to reload their page, and call again.",
  remoteFlooded: (who: string) =>
    `Your browser sent far more than a call needs, so ${who}’s stopped the call. Reload this page and call again.`,
  lost: (who: string) => `The connection to ${who} didn’t come back.`,
  checkNetwork: "Check your network and call again.",
  pageGone: (who: string) => `${who}’s page was closed or reloaded.`,
  callToGoOn: "Call again to carry on.",
  over: (who: string) => `${who} has ended the call. Call again to talk.`,
  keepTrying: "Keep trying",
  saveContact: "Save contact",
  contactSaved: "Contact saved",

  noConnection: (who: string) => `Couldn’t connect to ${who}.`,
  /** Why no connection came up, as this end found it. */
  foundHere: {
    "no-path": (who) => `Couldn’t connect to ${who}: your browser found no way through, not even through the relay.`,
    "no-path-and-no-relay": (who) =>
      `Couldn’t connect to ${who}: your browser found no direct way, and this server offers no relay.`,
    "relay-refused": (who) => `Couldn’t connect to ${who}: the relay refused your browser.`,
    "relay-unreachable": (who) => `Couldn’t connect to ${who}: your browser got no answer from the relay.`,
    "relay-only-and-no-relay": (who) =>
      `Couldn’t connect to ${who}: your browser may only use a relay, and this server offers none.`,
    "peer-silent": (who) => `Couldn’t connect to ${who}: your browser heard nothing from the other end.`,
  } satisfies Record<FailureDetail, (who: string) => string>,
  /** As the other end found it. */
  foundThere: {
    "no-path": (who) => `${who}’s browser found no way through, not even through the relay.`,
    "no-path-and-no-relay": (who) => `${who}’s browser found no direct way, and this server offers no relay.`,
    "relay-refused": (who) => `The relay refused ${who}’s browser.`,
    "relay-unreachable": (who) => `${who}’s browser got no answer from the relay.`,
    "relay-only-and-no-relay": (who) => `${who}’s browser may only use a relay, and this server offers none.`,
    "peer-silent": (who) => `${who}’s browser heard nothing from yours.`,
  } satisfies Record<FailureDetail, (who: string) => string>,
  tryNetwork: "Try another network.",
  tryNetworkOrAsk: "Try another network, or ask whoever runs this server about its relay.",
  showAddressOrAsk: "Turn off “Hide my IP address”, or ask whoever runs this server about its relay.",
};

export type EndWords = typeof ends;
