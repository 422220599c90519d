/**
 * Chooses what is said after a call: what happened, how long it took, and what to do next. Loads apart from the rest of
 * what calls say: see `screens/call/ending.ts`.
 */

import { ends, type EndWords } from "./en/ends.ts";
import { knockWords } from "./knock_words.ts";
import { formatTimeOfDay } from "./format.ts";
import { formatDuration } from "./grammar/durations.ts";
import { createPart, joinSentences, locale } from "./language.ts";
import { whoOf } from "./who.ts";
import { findTicket, knocked } from "../model/entry.ts";
import type { CallView } from "../conversation/call_views.ts";
import type { EndReason } from "../call/end_reason.ts";

export const endWords = createPart("ends", "ends", ends);

type Title = keyof EndWords["title"];

/** For the caller, and for who was called where that is something else. */
const TITLES: Record<Exclude<EndReason, "contacts-only">, Title | readonly [outgoing: Title, incoming: Title]> = {
  "hung-up": "ended",
  "remote-hung-up": "ended",
  "cancelled": ["cancelled", "missed"],
  "vanished": "missed",
  "too-late": "tooLate",
  "declined": "declined",
  "busy": ["busy", "missed"],
  "unanswered": ["unanswered", "missed"],
  "answered-elsewhere": "answeredElsewhere",
  "declined-elsewhere": "declinedElsewhere",
  "unavailable": "unavailable",
  "held-back": "heldBack",
  "unsupported": "impossible",
  "incompatible": "impossible",
  "keyless": "impossible",
  "no-webrtc": "impossible",
  "unprepared": "impossible",
  "offline": "offline",
  "unverified": "stopped",
  "other-key": "stopped",
  "remote-unverified": "stopped",
  "words-differed": "stopped",
  "flooded": "stopped",
  "remote-flooded": "stopped",
  "lost": "lost",
  "page-gone": "ended",
  "over": "ended",
  "failed": "failed",
};

/** Names the end of a call in two or three words. */
export function endTitle({ endReason, isOutgoing, remotePeerId }: CallView): string {
  if (endReason === "contacts-only") {
    return knockWords.value[knocked.value.has(remotePeerId) ? "knockedTitle" : "title"];
  }
  const title = TITLES[endReason ?? "hung-up"];
  return endWords.value.title[typeof title === "string" ? title : title[isOutgoing ? 0 : 1]];
}

/** Says both, for whoever hears it. */
export function endAloud(call: CallView): string {
  return endWords.value.aloud(endTitle(call), endSentence(call));
}

/** Says what happened, for how long, and what to do next. */
export function endSentence(call: CallView): string {
  const words = endWords.value;
  const who = whoOf(call);
  const { isOutgoing, endReason } = call;
  const talked = talkedSentence(call);
  const at = call.endedAtWallMs === null ? null : formatTimeOfDay(call.endedAtWallMs, locale.value);
  const missed = words.missed(who, at);
  switch (endReason) {
    case "remote-hung-up":
      return talked ?? words.theyHungUpEarly(who);
    case "cancelled":
      return isOutgoing ? words.cancelled(who) : joinSentences(missed, words.callToReach);
    case "vanished":
      return words.vanished(who, at);
    case "too-late":
      return words.tooLate(who);
    case "declined":
      return isOutgoing ? words.theyDeclined(who) : words.youDeclined(who);
    case "busy":
      return isOutgoing ? words.theyWereBusy(who) : joinSentences(missed, words.youWereBusy);
    case "contacts-only":
      return contactsOnlySentence(call);
    case "unanswered":
      return isOutgoing ? words.unanswered(who, at) : joinSentences(missed, words.callToReach);
    case "answered-elsewhere":
      return words.answeredElsewhere(who);
    case "declined-elsewhere":
      return words.declinedElsewhere(who);
    case "unavailable":
      return words.unavailable(who);
    case "held-back":
      return words.heldBack(who);
    case "unsupported":
      return words.unsupported(who);
    case "incompatible":
      return words.incompatible(who);
    case "no-webrtc":
      return joinSentences(isOutgoing ? null : missed, words.noWebRtc);
    case "unprepared":
      return joinSentences(isOutgoing ? null : missed, words.unprepared);
    case "offline":
      return words.offline(who);
    case "keyless":
      return words.keyless;
    case "unverified":
      if (call.remotePublicKey === null) return words.unsigned(who);
      return joinSentences(words.changed(who), talked, words.overAnotherNetwork);
    case "other-key":
      return words.otherKey(who);
    case "remote-unverified":
      // What was proved at first and is no more is no fault of a page.
      return talked === null ? words.remoteUnverified(who) : words.theyFoundDiffering(who);
    case "words-differed":
      return words.wordsDiffered(who);
    case "flooded":
      return words.flooded(who);
    case "remote-flooded":
      return words.remoteFlooded(who);
    case "lost":
      return joinSentences(words.lost(who), talked, words.checkNetwork);
    case "page-gone":
      return joinSentences(words.pageGone(who), talked, words.callToGoOn);
    case "over":
      return words.over(who);
    case "failed":
      return failureSentence(call);
    default:
      return talked ?? words.hungUpEarly;
  }
}

function contactsOnlySentence(call: CallView): string {
  const { contactsOnly, inviteOver, knocked: hasKnocked } = knockWords.value;
  if (knocked.value.has(call.remotePeerId)) return hasKnocked(whoOf(call));
  return (findTicket(call.remotePeerId) === undefined ? contactsOnly : inviteOver)(whoOf(call));
}

/** Says why no connection came up, as both ends found it, and what to do about it. */
function failureSentence(call: CallView): string {
  const words = endWords.value;
  const { local, remote } = call.failure;
  const who = whoOf(call);
  const isRelayAtFault = [local, remote].some((detail) => detail !== null && /no-relay|refused/.test(detail));
  return joinSentences(
    local === null ? words.noConnection(who) : words.foundHere[local](who),
    remote === null || remote === local ? null : words.foundThere[remote](who),
    local === "relay-only-and-no-relay"
      ? words.showAddressOrAsk
      : isRelayAtFault
      ? words.tryNetworkOrAsk
      : words.tryNetwork,
  );
}

function talkedSentence(call: CallView): string | null {
  if (call.connectedAtMs === null || call.endedAtMs === null) return null;
  const duration = formatDuration(call.endedAtMs - call.connectedAtMs, locale.value);
  return endWords.value.talked(whoOf(call), duration);
}
