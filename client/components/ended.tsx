/** The screen after a call: what happened, for how long, and what to do next. */

import type { Actions, CallView } from "../state.ts";
import { endSentence, endTitle } from "../sentences.ts";
import { BlockButton } from "./blocked_people.tsx";
import { CopyByHand, LinkButtons, notice } from "./copy.tsx";
import { PhoneIcon } from "./icons.tsx";
import { PeerIdText, PeerMark } from "./peer_mark.tsx";

export function Ended({ call, actions }: { call: CallView; actions: Actions }) {
  const { callId, remotePeerId, remoteName, endReason } = call;
  const canCallAgain = endReason !== "answered-elsewhere" && endReason !== "declined-elsewhere";
  return (
    <main class="ended" data-screen tabIndex={-1}>
      <PeerMark peerId={remotePeerId} name={remoteName} />
      <h1>{endTitle(call)}</h1>
      <p class="outcome" dir="auto">{endSentence(call)}</p>
      {remoteName !== null && (
        <p class="quiet">
          <PeerIdText peerId={remotePeerId} />
        </p>
      )}
      <div class="next-steps">
        {canCallAgain && (
          <button type="button" class="button primary" onClick={() => actions.placeCall(remotePeerId)}>
            <PhoneIcon />Call again
          </button>
        )}
        {endReason === "unavailable" && (
          <>
            <button
              type="button"
              class="button tonal"
              onClick={() => actions.placeCall(remotePeerId, { isPatient: true })}
            >
              Keep trying
            </button>
            <LinkButtons />
          </>
        )}
        {(endReason === "failed" || endReason === "lost") && <a class="button tonal" href="/check">Connection check</a>}
        <button type="button" class="button tonal" onClick={() => actions.dismissCall(callId)}>Back</button>
        {!call.isOutgoing && <BlockButton peer={call} actions={actions} />}
      </div>
      <CopyByHand />
      {endReason === "unavailable" && <p class="quiet told">{notice.value}</p>}
    </main>
  );
}
