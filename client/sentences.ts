/**
 * Every sentence that the screen says about a call, a device or the server, in one place.
 *
 * Pure functions of what they are given: no DOM, no signals, no clock. Each failure has its own sentence and says what
 * to do next; none names an error or blames anybody.
 */

import { formatDuration, formatTimeOfDay } from "./format.ts";
import type {
  CallView,
  EndReason,
  IdentityLifetime,
  LocalMedia,
  MediaPath,
  MediaProblem,
  SignalingStatus,
} from "./state.ts";
import type { FailureDetail } from "../signaling/protocol.ts";

/** Names the other end: as it calls itself, else by its ID. */
export function whoOf(call: CallView): string {
  return call.remoteName ?? call.remotePeerId;
}

/** Says in a word or two where an ongoing call stands; shown beside the name, which it leaves out. */
export function callPhaseSentence(call: CallView): string {
  switch (call.phase) {
    case "outgoing":
      if (call.isRinging) return "Ringing…";
      return call.isPatient ? "Not connected yet. This rings as soon as they are." : "Calling…";
    case "incoming":
      return call.hasVideo ? "Video call" : "Voice call";
    case "connecting":
      return "Connecting…";
    case "connected":
      return "Connected";
    case "reconnecting":
      return call.isRemoteAway ? "Waiting for them to come back…" : "Reconnecting…";
    case "ended":
      return endTitle(call);
  }
}

/** Says in full where a call stands; complete without the rest of the screen, for the live region. */
export function callStateSentence(call: CallView): string {
  const who = whoOf(call);
  switch (call.phase) {
    case "outgoing":
      if (call.isRinging) return `Ringing… Waiting for ${who} to answer.`;
      return call.isPatient ? `${who} isn’t connected yet. This rings as soon as they are.` : `Calling ${who}…`;
    case "incoming":
      return call.hasVideo ? `${who} is calling you with video.` : `${who} is calling you.`;
    case "connecting":
      return `Connecting with ${who}…`;
    case "connected":
      return `Connected with ${who}.`;
    case "reconnecting":
      return call.isRemoteAway
        ? `Reconnecting… ${who} has not answered for a while. Wait for them, or hang up and send your link.`
        : "Reconnecting… The connection was interrupted. Stay here, it comes back by itself.";
    case "ended":
      return `${endTitle(call)}. ${endSentence(call)}`;
  }
}

/** Warns that a name which somebody known has comes from another ID. */
export function nameWarningSentence(call: CallView): string {
  const step = call.phase === "incoming" ? "Ask something that only they can answer." : "Compare words to be sure.";
  return `This isn’t the ID that ${whoOf(call)} had before, so it may be somebody else under that name. ${step}`;
}

/** Says which way an ongoing call's media takes. */
export function pathSentence({ kind, protocol }: MediaPath): string {
  return `${kind === "direct" ? "Direct" : "Through a relay"}, over ${protocol.toUpperCase()}`;
}

/** Names the end of a call in two or three words. */
export function endTitle(call: CallView): string {
  const isOutgoing = call.isOutgoing;
  const titles: Record<EndReason, string> = {
    "hung-up": "Call ended",
    "remote-hung-up": "Call ended",
    "cancelled": isOutgoing ? "Call cancelled" : "Missed call",
    "declined": "Call declined",
    "busy": isOutgoing ? "On another call" : "Missed call",
    "unanswered": isOutgoing ? "No answer" : "Missed call",
    "answered-elsewhere": "Answered elsewhere",
    "declined-elsewhere": "Declined elsewhere",
    "unavailable": "Not reachable",
    "unsupported": "Call not possible",
    "keyless": "Call not possible",
    "unverified": "Call stopped",
    "other-key": "Call stopped",
    "remote-unverified": "Call stopped",
    "words-differed": "Call stopped",
    "flooded": "Call stopped",
    "lost": "Connection lost",
    "failed": "Couldn’t connect",
  };
  return titles[call.endReason ?? "hung-up"];
}

/** Says what happened, for how long, and what to do next. */
export function endSentence(call: CallView): string {
  const who = whoOf(call);
  const talked = talkedSentence(call);
  const at = call.endedAtMs === null ? "" : ` at ${formatTimeOfDay(call.endedAtMs)}`;
  const missed = `${who} called you${at}.`;
  switch (call.endReason) {
    case "remote-hung-up":
      return talked ?? `${who} hung up before the call connected. Call again to try once more.`;
    case "cancelled":
      return call.isOutgoing ? `You stopped calling ${who} before an answer.` : `${missed} Call again to reach them.`;
    case "declined":
      return call.isOutgoing
        ? `${who} can’t talk right now. Try again later.`
        : `You declined the call from ${who}. Call again when it suits you.`;
    case "busy":
      return call.isOutgoing
        ? `${who} is on another call. Try again in a few minutes.`
        : `${missed} You were on another call.`;
    case "unanswered":
      return call.isOutgoing ? `${who} didn’t answer${at}. Try again later.` : `${missed} Call again to reach them.`;
    case "answered-elsewhere":
      return `You took the call from ${who} in another tab or on another device.`;
    case "declined-elsewhere":
      return `You declined the call from ${who} in another tab or on another device.`;
    case "unavailable":
      return `${who} isn’t reachable right now. Try again, or send them your link.`;
    case "unsupported":
      return `The browser at the other end can’t take this call. ` +
        `Ask ${who} to open the page by its https:// address, in a current browser.`;
    case "keyless":
      return "This page has no key to prove that it’s you who calls. " +
        "Open it by its https:// address, in a current browser, and call again.";
    case "unverified":
      if (call.remotePublicKey !== null) {
        return `Somebody in between changed what the browser of ${who} sent, so the call was stopped. ` +
          `${talked ?? ""} Call again over another network.`.trimStart();
      }
      return `The answer wasn’t signed by ${who}, so somebody in between may have changed it. Nothing was seen or heard. ` +
        "Ask them to reload their page and call again. If it stops again, use another network or another server.";
    case "other-key":
      return `This call wasn’t from the ${who} that you know: the ID is the same, but not its key. ` +
        "Reach them another way, and don’t take calls under this ID.";
    case "remote-unverified":
      return `The browser of ${who} couldn’t verify that this call is yours, so it stopped the call. ` +
        "Reload this page and call again. If it stops again, use another network.";
    case "words-differed":
      return `The words didn’t match, so somebody may sit between you and ${who}. Don’t rely on what was said. ` +
        "Call over another network, or reach them another way.";
    case "flooded":
      return `The browser of ${who} sent far more than a call needs, so the call was stopped. ` +
        "If you still want to talk, ask them to reload their page, and call again.";
    case "lost":
      return `The connection to ${who} didn’t come back. ${talked ?? ""} Check your network and call again.`
        .replace("  ", " ");
    case "failed":
      return failureSentence(call);
    default:
      return talked ?? `You hung up before the call connected.`;
  }
}

/** What an end found; follows “your browser” or “Kim’s browser”. */
const FINDINGS: Record<FailureDetail, string> = {
  "no-path": "found no way through, not even by the relay",
  "no-path-and-no-relay": "found no direct way, and this server offers no relay",
  "relay-refused": "was refused by the relay",
  "relay-unreachable": "got no answer from the relay",
  "relay-only-and-no-relay": "may only use a relay, and this server offers none",
  "peer-silent": "heard nothing from the other end",
};

/** Says why no connection came up, as both ends found it, and what to do about it. */
function failureSentence(call: CallView): string {
  const { local, remote } = call.failure;
  const who = whoOf(call);
  return [
    `No connection to ${who}`,
    local ? `: your browser ${FINDINGS[local]}.` : " could be made.",
    remote && remote !== local && ` ${who}’s browser ${FINDINGS[remote]}.`,
    local === "relay-only-and-no-relay" ? " Turn off “Hide my IP address”" : " Try from another network",
    /no-relay|refused/.test(`${local}${remote}`) && ", or ask whoever runs this server about its relay",
    ".",
  ].filter(Boolean).join("");
}

function talkedSentence(call: CallView): string | null {
  if (call.connectedAtMs === null || call.endedAtMs === null) return null;
  return `You talked with ${whoOf(call)} for ${formatDuration(call.endedAtMs - call.connectedAtMs)}.`;
}

/** What a media sentence is about; `both` when camera and microphone have the same trouble. */
export type Device = "camera" | "microphone" | "both";

/** Says why a device cannot be used, what that means for the call, and what to do. */
export function mediaProblemSentence(problem: MediaProblem, device: Device): string {
  const name = device === "both" ? "camera and microphone" : device;
  const effect = {
    camera: "Others can’t see you.",
    microphone: "Others can’t hear you.",
    both: "Others can’t see or hear you.",
  }[device];
  const retry = device === "camera" ? "then turn the camera on" : "then call again";
  const them = device === "both" ? "them" : "it";
  switch (problem) {
    case "denied":
      return `Your ${name} ${device === "both" ? "are" : "is"} blocked for this page. ${effect} ` +
        `Allow ${them} beside the page’s address, ${retry}.`;
    case "not-found":
      return device === "both"
        ? `No camera or microphone found. ${effect} Plug one in, ${retry}.`
        : `No ${name} found. ${effect} Plug one in, ${retry}.`;
    case "in-use":
      return `Another program is using your ${name}. ${effect} Close that program, ${retry}.`;
    case "insecure":
      return `The browser gives no ${device === "both" ? "camera or microphone" : name} to a page without HTTPS. ` +
        `${effect} Open this page by its https:// address.`;
    case "failed":
      return `Your ${name} didn’t start. ${effect} Unplug ${them} and plug ${them} in again, ${retry}.`;
  }
}

/** All that is wrong with the own camera and microphone, one sentence for each trouble. */
export function mediaProblemSentences({ audioProblem, videoProblem }: LocalMedia): string[] {
  if (audioProblem !== null && audioProblem === videoProblem) return [mediaProblemSentence(audioProblem, "both")];
  return [
    ...(audioProblem === null ? [] : [mediaProblemSentence(audioProblem, "microphone")]),
    ...(videoProblem === null ? [] : [mediaProblemSentence(videoProblem, "camera")]),
  ];
}

/** Says how the line to the server stands. */
export function statusSentence(status: SignalingStatus): string {
  switch (status) {
    case "connecting":
      return "Connecting to the server…";
    case "registered":
      return "Ready for calls";
    case "lost":
      return "Can’t reach the server. Trying again…";
    case "refused":
      return "The server doesn’t know itself by this address. Open the page by its usual address. Trying again…";
    case "limited":
      return "This server gets too much from your network. Stay here, it goes on by itself in a while.";
    case "replaced":
      return "Open in too many tabs. This one rests until you come back to it.";
    case "incomplete":
      return "This page didn’t load completely. Reload it to call and be called.";
  }
}

/** Warns of an ID that will not last; null for one that does. */
export function lifetimeSentence(lifetime: IdentityLifetime): string | null {
  switch (lifetime) {
    case "kept":
      return null;
    case "tab":
      return "This ID lasts until you close this tab, because the browser keeps nothing for this page. " +
        "Leave private browsing to get one that stays.";
    case "unanswered":
      return "The browser’s storage doesn’t answer, so this tab has an ID of its own until you close it. " +
        "Restart the browser to get your usual ID back.";
    case "socket":
      return "This page can’t hold a key for an ID, so it can’t prove who calls, and can’t call or be called. " +
        "Open it by its https:// address, in a current browser.";
  }
}

export const SENTENCES = {
  reachable: "Anyone with your link can ring you while this page is open.",
  linkCopied: "Link copied. Send it to whoever should call you.",
  idCopied: "ID copied. Send it to whoever should call you.",
  copyByHand: "Selected. Copy it with Ctrl + C, or ⌘ C on a Mac.",
  unreadableId: "An ID has five groups of four, like k7mq-2vhd-9xtr-w4pz-0b5n.",
  emptyId: "Type the ID of the person to call, or paste their link.",
  ownId: "That’s your own ID. Send it to someone, and they can call you.",
  relayOnly: "Calls go through a relay. Others don’t see your address.",
  noRelay: "This server offers no relay, so calls would not connect.",
  blocked: "Blocked. They can’t ring you any more, and aren’t told.",
  tapForSound: "The browser waits for your tap before it plays the call.",
} as const;

/** The page's title for a call; null between calls. */
export function titleSentence(call: CallView | null): string {
  const page = "Video calling";
  if (call === null) return page;
  const who = whoOf(call);
  switch (call.phase) {
    case "outgoing":
      return `Calling ${who}…`;
    case "incoming":
      return `${who} is calling…`;
    case "connecting":
    case "connected":
      return `In a call with ${who}`;
    case "reconnecting":
      return `Reconnecting with ${who}…`;
    case "ended":
      return call.isOutgoing || endTitle(call) !== "Missed call" ? page : `Missed call from ${who}`;
  }
}
