/** What the page announces about a call, and the page's title. Used by `app.tsx`; loads with the calls. */

import { callStateSentence, nameWarningSentence, titleSentence } from "../words/call_sentences.ts";
import { callWords } from "../words/call_words.ts";
import { isOthersName } from "../kept/people/acquaintances.ts";
import { ending, isEndingMissing } from "./call/ending.ts";
import { troubleSentences } from "./pieces/media_words.ts";
import { joinSentences, pageWords } from "../words/language.ts";
import { whoOf } from "../words/who.ts";
import type { CallView } from "../conversation/call_views.ts";
import { remoteMediaOf } from "../features/media_state/media_key.ts";
import { knownPeers, localMedia, nameLook, signalingStatus, unseenMissed, waitingCalls } from "../model/state.ts";
import { notice } from "./pieces/copy.tsx";
import { lineSentence } from "./pieces/line_sentence.ts";

/** For the live region, complete without the rest of the screen. */
export function announce(call: CallView): string {
  if (call.phase === "ended") return notice.value || announceEnd(call);
  const isOthers = isOthersName(knownPeers.value, call.remotePeerId, call.remoteName, nameLook.value);
  const warning = isOthers ? [nameWarningSentence(call)] : [];
  if (call.phase === "incoming") return joinSentences(callStateSentence(call), ...warning);
  const isCut = call.phase === "outgoing" && signalingStatus.value !== "registered";
  const line = isCut ? [lineSentence.value] : [];
  const isJoining = call.phase === "connected" && remoteMediaOf(call).isJoining;
  const state = isJoining ? callWords.value.state.joining(whoOf(call)) : callStateSentence(call);
  return joinSentences(state, ...warning, ...line, ...troubleSentences(localMedia.value));
}

/** Once, and whole: what says it is as good as always there, or known not to have come. */
function announceEnd(call: CallView): string {
  return ending.value?.endAloud(call) ?? (isEndingMissing.value ? callStateSentence(call) : "");
}

/**
 * The page's title: of the call that has the screen, else that somebody waits in the quiet line, or how many calls were
 * missed unseen; null for the usual.
 */
export function titleOf(call: CallView | null): string | null {
  const said = (call && titleSentence(call)) ?? (waitingCalls.value.length > 0 ? callWords.value.title.waiting : null);
  return said ?? (unseenMissed.value > 0 ? `(${unseenMissed.value}) ${pageWords.value.title}` : null);
}
