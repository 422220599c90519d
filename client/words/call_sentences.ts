/**
 * Chooses what the screen and the live region say about a call that is on; like `sentences.ts`. Of one that is over it
 * says no more than that: `end_sentences.ts` has the rest, and loads by itself.
 */

import { isMissed } from "../call/end_reason.ts";
import { callWords } from "./call_words.ts";
import { joinSentences } from "./language.ts";
import { whoOf } from "./who.ts";
import type { CallView } from "../conversation/call_views.ts";
import { callNote } from "../model/call_note.ts";
import { localMedia } from "../model/state.ts";

/** Says that the browser has no room for what is to be kept. */
export function storageFullSentence(): string {
  return callWords.value.storageFull;
}

/** Whether nothing rings anywhere, since the browser waits for the person's word on the devices. */
function isAbout({ isUnsaid }: CallView): boolean {
  const { audioProblem, videoProblem } = localMedia.value;
  return isUnsaid && (audioProblem === "asked" || videoProblem === "asked");
}

/** Says in a word or two where an ongoing call stands; shown beside the name, which it leaves out. */
export function callPhaseSentence(call: CallView): string {
  const words = callWords.value.phase;
  switch (call.phase) {
    case "outgoing":
      if (call.isRinging) return words.ringing;
      if (call.isHeldBack) return words.heldBack;
      if (call.isRejoined) return words.rejoining;
      if (isAbout(call)) return words.about;
      return callNote.value?.(call) ?? (call.isPatient || call.isRemoteAway ? words.patient : words.calling);
    case "incoming":
      return call.hasVideo ? words.video : words.voice;
    case "connected":
      return words.connected;
    case "connecting":
      return call.isRemoteAway ? words.away : call.isRejoined ? words.reconnecting : words.connecting;
    case "reconnecting":
      return lossSentence(call) ?? (call.isRemoteAway ? words.away : words.reconnecting);
    case "ended":
      return words.ended;
  }
}

/** Says what has become of an other end whose page is closed, or that is gone; null where it is but not heard. */
function lossSentence(call: CallView): string | null {
  const words = callWords.value;
  if (call.isRemoteGone) return words.gone(whoOf(call));
  return call.isRemoteClosed ? words.pageClosed(whoOf(call)) : null;
}

/** Says in full where a call stands; complete without the rest of the screen, for the live region. */
export function callStateSentence(call: CallView): string {
  const who = whoOf(call);
  const words = callWords.value.state;
  switch (call.phase) {
    case "outgoing":
      if (call.isRinging) return words.ringing(who);
      if (call.isHeldBack) return words.heldBack(who);
      if (call.isRejoined) return words.rejoining(who);
      if (isAbout(call)) return words.about(who);
      return callNote.value?.(call) ?? (call.isPatient || call.isRemoteAway ? words.patient(who) : words.calling(who));
    case "incoming":
      return call.hasVideo ? words.video(who) : words.voice(who);
    case "connecting":
      return call.isRemoteAway ? words.away(who) : words.connecting(who);
    case "connected":
      return words.connected(who);
    case "reconnecting":
      return lossSentence(call) ?? (call.isRemoteAway ? words.reconnectingAway(who) : words.reconnecting);
    case "ended":
      return words.ended;
  }
}

/** Warns that a name which somebody known has comes from another ID. */
export function nameWarningSentence(call: CallView): string {
  const { otherUnderName, askThem, compareToBeSure } = callWords.value;
  return joinSentences(otherUnderName(whoOf(call)), call.phase === "incoming" ? askThem : compareToBeSure);
}

/** The page's title in a call; null where the call is over and asks for nothing. */
export function titleSentence(call: CallView): string | null {
  const who = whoOf(call);
  const words = callWords.value.title;
  switch (call.phase) {
    case "outgoing":
      return words.outgoing(who);
    case "incoming":
      return words.incoming(who);
    case "connecting":
    case "connected":
      return words.connected(who);
    case "reconnecting":
      return words.reconnecting(who);
    case "ended":
      return isMissed(call) ? words.missed(who) : null;
  }
}

/** Says what a name of somebody unknown is worth. */
export function strangerSentence({ remoteName }: Pick<CallView, "remoteName">): string {
  return remoteName === null ? callWords.value.neverTalked : callWords.value.neverTalkedClaimed;
}
