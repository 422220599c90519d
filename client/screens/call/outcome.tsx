/** What the screen after a call says and offers: what happened, for how long, and what to do next. */

import type { ComponentChildren } from "preact";
import { type Actions, obstacle } from "../../model/state.ts";
import type { CallView } from "../../conversation/call_views.ts";
import type { EndReason } from "../../call/end_reason.ts";
import { callWords } from "../../words/call_words.ts";
import { pageWords } from "../../words/language.ts";
import { endSentence, endTitle, endWords } from "../../words/end_sentences.ts";
import { BlockButton } from "../pieces/block_button.tsx";
import { LinkButtons, Told } from "../pieces/copy.tsx";
import { PhoneIcon } from "../pieces/icons.tsx";

export { endAloud } from "../../words/end_sentences.ts";

/** Ends that the connection check has more to say of. */
const CHECKED: readonly (EndReason | null)[] = ["failed", "lost", "no-webrtc", "unprepared", "incompatible"];

/** @param props `children` says more of whom the call was with */
export function Outcome(
  { call, actions, children }: { call: CallView; actions: Actions; children: ComponentChildren },
) {
  const words = callWords.value;
  const { callId, remotePeerId, endReason } = call;
  const canCallAgain = endReason !== "answered-elsewhere" && endReason !== "declined-elsewhere" &&
    obstacle.value === null;
  return (
    <>
      <h1>{endTitle(call)}</h1>
      <p class="outcome">{endSentence(call)}</p>
      {children}
      <div class="next-steps">
        {canCallAgain && (
          <button type="button" class="button primary" onClick={() => actions.placeCall(remotePeerId)}>
            <PhoneIcon />
            {words.callAgain}
          </button>
        )}
        {endReason === "unavailable" && (
          <>
            <button
              type="button"
              class="button tonal"
              onClick={() => actions.placeCall(remotePeerId, { isPatient: true })}
            >
              {endWords.value.keepTrying}
            </button>
            <LinkButtons />
          </>
        )}
        {CHECKED.includes(endReason) && <a class="button tonal" href="check">{pageWords.value.check}</a>}
        <button type="button" class="button tonal" onClick={() => actions.dismissCall(callId)}>{words.back}</button>
        {!call.isOutgoing && <BlockButton peer={call} actions={actions} />}
      </div>
      {endReason === "unavailable" && <Told usual="" />}
    </>
  );
}
