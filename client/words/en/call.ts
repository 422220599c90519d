/**
 * What the screens of a call say while it is on, in English; its type is what every language says. How a call ends is in
 * `ends.ts`. `who` is a name or an ID, set apart already where its script runs the other way.
 */

import type { Rich } from "../grammar/rich.ts";

export const call = {
  /** The browser cannot keep what the person has just changed. */
  storageFull: "This browser is out of space, so your changes last only until you close this tab. " +
    "Free up space on this device to keep them.",
  /** Where a call stands, in a word or two, beside the name. */
  phase: {
    ringing: "Ringing…",
    heldBack: "Called too often. This will ring as soon as it’s allowed to.",
    patient: "Their page isn’t open. We’ll keep trying.",
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
      `Your network has called ${who} too often in a short time. This will ring as soon as it’s allowed to.`,
    patient: (who: string) => `${who}’s page isn’t open. We’ll keep trying.`,
    about: (who: string) => `About to call ${who}…`,
    calling: (who: string) => `Calling ${who}…`,
    rejoining: (who: string) => `Rejoining the call with ${who}…`,
    video: (who: string) => `${who} is calling you with video.`,
    voice: (who: string) => `${who} is calling you.`,
    away: (who: string) => `${who} hasn’t responded for a while. Wait, or hang up.`,
    connecting: (who: string) => `Connecting to ${who}…`,
    connected: (who: string) => `Connected with ${who}.`,
    joining: (who: string) => `${who} is about to join.`,
    reconnectingAway: (who: string) =>
      `Reconnecting… ${who} hasn’t responded for a while. The call will wait two minutes for them, or you can hang up now.`,
    reconnecting: "Reconnecting… The connection was interrupted. Stay here; it will come back by itself.",
    ended: "The call has ended.",
  },
  /** The page's title. */
  title: {
    /** Whoever they are, they do not choose the words. */
    waiting: "Someone is calling…",
    outgoing: (who: string) => `Calling ${who}…`,
    incoming: (who: string) => `${who} is calling…`,
    connected: (who: string) => `In a call with ${who}`,
    reconnecting: (who: string) => `Reconnecting to ${who}…`,
    missed: (who: string) => `Missed call from ${who}`,
  },

  /** Below the name, while it rings. */
  namedByLink: "This name is from the link. You’ll know if it’s them when they answer.",
  otherUnderName: (who: string) =>
    `This isn’t the ID that ${who} had before, so it may be someone else using that name.`,
  askThem: "Ask them something that only they would know.",
  compareToBeSure: "Compare words to be sure.",
  itsThem: "It’s them",
  neverTalked: "You haven’t talked with this ID before.",
  neverTalkedClaimed: "You haven’t talked with this ID before. The name is what they call themselves.",

  controls: "Call controls",
  mute: "Mute",
  unmute: "Unmute",
  cameraOn: "Turn camera on",
  cameraOff: "Turn camera off",
  /** Beside microphone, camera and screen. */
  resting: "The call is on hold. This takes effect when it resumes.",
  cancel: "Cancel",
  hangUp: "Hang up",
  more: "More",
  incomingCall: "Incoming call",
  accept: "Accept",
  acceptWithoutVideo: "Accept without video",
  decline: "Decline",
  silence: "Silence",
  ownPicture: "Own picture",
  ownPictureMoves: "Own picture, the arrow keys move it",
  remoteVideo: "Remote video",
  theirCameraOff: <Node>(who: Node): Rich<Node> => [who, "’s camera is off"],
  joining: (who: string) => `${who} is about to join`,
  theyAreMuted: <Node>(who: Node): Rich<Node> => [who, " is muted"],
  waitsForTap: "Your browser won’t play the call until you tap.",
  tapForSound: "Tap for sound",
  featuresMissing: "Part of the page didn’t load, so something may be missing here.",
  tryAgain: "Try again",
  callAgain: "Call again",
  keepWaiting: "Keep waiting",
  pageClosed: (who: string) => `${who}’s page was closed. Waiting…`,
  gone: (who: string) => `${who} has left. Call again, or keep waiting.`,
  back: "Back",
};

export type CallWords = typeof call;
