/**
 * What the screens of a call say while it is on, in English; its type is what every language says. How a call ends is in
 * `ends.ts`. `who` is a name or an ID, set apart already where its script runs the other way.
 */

import type { Rich } from "../grammar/rich.ts";

export const call = {
  /** The browser cannot keep what the person has just changed. */
  storageFull: "This browser has no room left, so what you change lasts until you close this tab. " +
    "Free some space on this device to keep it.",
  /** Where a call stands, in a word or two, beside the name. */
  phase: {
    ringing: "Ringing…",
    heldBack: "Called too often. This rings as soon as it may.",
    patient: "Not connected yet. This rings as soon as they are.",
    about: "About to call…",
    calling: "Calling…",
    rejoining: "Rejoining…",
    video: "Video call",
    voice: "Voice call",
    connected: "Connected",
    away: "Waiting for them to come back…",
    connecting: "Connecting…",
    reconnecting: "Reconnecting…",
    ended: "Call ended",
  },
  /** The same in full, for whoever hears it. */
  state: {
    ringing: (who: string) => `Ringing… Waiting for ${who} to answer.`,
    heldBack: (who: string) =>
      `Your network has called ${who} too often in a short time. This rings as soon as it may.`,
    patient: (who: string) => `${who} isn’t connected yet. This rings as soon as they are.`,
    about: (who: string) => `About to call ${who}…`,
    calling: (who: string) => `Calling ${who}…`,
    rejoining: (who: string) => `Rejoining the call with ${who}…`,
    video: (who: string) => `${who} is calling you with video.`,
    voice: (who: string) => `${who} is calling you.`,
    away: (who: string) => `${who} has not answered for a while. Wait, or hang up.`,
    connecting: (who: string) => `Connecting with ${who}…`,
    connected: (who: string) => `Connected with ${who}.`,
    reconnectingAway: (who: string) =>
      `Reconnecting… ${who} has not answered for a while. The call waits two minutes for them, or hang up now.`,
    reconnecting: "Reconnecting… The connection was interrupted. Stay here, it comes back by itself.",
    ended: "The call has ended.",
  },
  /** The page's title. */
  title: {
    /** Whoever they are, they do not choose the words. */
    waiting: "Someone is calling…",
    outgoing: (who: string) => `Calling ${who}…`,
    incoming: (who: string) => `${who} is calling…`,
    connected: (who: string) => `In a call with ${who}`,
    reconnecting: (who: string) => `Reconnecting with ${who}…`,
    missed: (who: string) => `Missed call from ${who}`,
  },

  otherUnderName: (who: string) =>
    `This isn’t the ID that ${who} had before, so it may be somebody else under that name.`,
  askThem: "Ask something that only they can answer.",
  compareToBeSure: "Compare words to be sure.",
  itsThem: "It’s them",
  direct: "Direct",
  relayed: "Relayed",
  directBy: (protocol: string) => `Direct, over ${protocol}`,
  relayedBy: (protocol: string) => `Through a relay, over ${protocol}`,
  neverTalked: "You haven’t talked with this ID before.",
  neverTalkedClaimed: "You haven’t talked with this ID before. The name is what they call themselves.",

  controls: "Call controls",
  mute: "Mute",
  unmute: "Unmute",
  cameraOn: "Turn camera on",
  cameraOff: "Turn camera off",
  cancel: "Cancel",
  hangUp: "Hang up",
  more: "More",
  incomingCall: "Incoming call",
  accept: "Accept",
  acceptWithoutVideo: "Accept without video",
  decline: "Decline",
  notNow: "Not now",
  ownPicture: "Own picture",
  ownPictureMoves: "Own picture, the arrow keys move it",
  remoteVideo: "Remote video",
  theirCameraOff: <Node>(who: Node): Rich<Node> => [who, "’s camera is off"],
  joining: (who: string) => `${who} is about to join`,
  theyAreMuted: <Node>(who: Node): Rich<Node> => [who, " is muted"],
  waitsForTap: "The browser waits for your tap before it plays the call.",
  tapForSound: "Tap for sound",
  verify: "Verify",
  verified: "Verified",
  wouldCompare: <Node>(who: Node): Rich<Node> => [who, " would like to compare words."],
  showWords: "Show words",
  featuresMissing: "Part of the page didn’t load, so something may be missing here.",
  tryAgain: "Try again",
  callAgain: "Call again",
  keepTrying: "Keep trying",
  keepWaiting: "Keep waiting",
  pageClosed: (who: string) => `${who}’s page was closed. Waiting…`,
  gone: (who: string) => `${who} has left. Call again, or wait on.`,
  leftCall: (who: string) => `You were in a call with ${who}, and they are waiting.`,
  rejoin: "Rejoin",
  leave: "Leave",
  back: "Back",
};

export type CallWords = typeof call;
