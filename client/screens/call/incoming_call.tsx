/**
 * The dialog while somebody rings: who, and yes or no.
 *
 * Modal for real: the screen behind is inert, the focus goes to the dialog itself and Tab stays within. No button gets
 * the focus by itself, and Escape does nothing: whoever was typing must neither accept nor decline by accident.
 */

import { useLayoutEffect, useRef } from "preact/hooks";
import { type Actions, beforeCall } from "../../model/state.ts";
import type { CallView } from "../../conversation/call_views.ts";
import { callPhaseSentence, strangerSentence } from "../../words/call_sentences.ts";
import { callWords } from "../../words/call_words.ts";
import { AcceptButton } from "../controls/accept_button.tsx";
import { BlockButton } from "../pieces/block_button.tsx";
import { CameraOffIcon, HangUpIcon, PhoneIcon } from "../pieces/icons.tsx";
import { NameWarning } from "../pieces/name_warning.tsx";
import { IdBelow, PeerIdText, PeerMark } from "../pieces/peer_mark.tsx";

export function IncomingCall({ call, actions }: { call: CallView; actions: Actions }) {
  const dialogRef = useRef<HTMLDivElement>(null);
  // With the dialog, not a frame later: who types meanwhile types no more into what is behind it.
  useLayoutEffect(() => dialogRef.current?.focus(), []);
  const words = callWords.value;
  const { callId, remotePeerId, remoteName, isStranger } = call;
  const Look = beforeCall.value;
  return (
    <div class="scrim">
      <div
        ref={dialogRef}
        class="incoming"
        role="dialog"
        aria-modal="true"
        aria-label={words.incomingCall}
        aria-describedby="caller"
        tabIndex={-1}
        onKeyDown={keepFocusWithin}
      >
        <PeerMark peerId={remotePeerId} name={remoteName} isRinging />
        <div id="caller" class="caller">
          <p class="quiet">{callPhaseSentence(call)}</p>
          <h2 class="who" dir="auto">{remoteName ?? <PeerIdText peerId={remotePeerId} />}</h2>
          {remoteName !== null && <IdBelow peerId={remotePeerId} />}
          {isStranger && <p class="quiet">{strangerSentence(call)}</p>}
        </div>
        <NameWarning call={call} />
        <div class="answers">
          <button type="button" class="answer decline" onClick={() => actions.declineCall(callId)}>
            <span>
              <HangUpIcon />
            </span>
            {words.decline}
          </button>
          <AcceptButton look="answer accept" answering={{ video: true }} {...{ callId, actions }}>
            <span>
              <PhoneIcon />
            </span>
            {words.accept}
          </AcceptButton>
        </div>
        <div class="asides">
          <AcceptButton look="button plain" answering={{ video: false }} {...{ callId, actions }}>
            <CameraOffIcon />
            {words.acceptWithoutVideo}
          </AcceptButton>
          {isStranger && (
            <button type="button" class="button plain" onClick={() => actions.placeRing(callId, "line")}>
              {words.silence}
            </button>
          )}
          <BlockButton peer={call} actions={actions} />
        </div>
        {Look !== null && (
          <div class="before-call">
            <Look actions={actions} />
          </div>
        )}
      </div>
    </div>
  );
}

function keepFocusWithin(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  if (event.key !== "Tab") return;
  const buttons = [...event.currentTarget.querySelectorAll("button")];
  const edge = event.shiftKey ? buttons[0] : buttons.at(-1);
  const isAtEdge = document.activeElement === edge || document.activeElement === event.currentTarget && event.shiftKey;
  if (!isAtEdge) return;
  event.preventDefault();
  (event.shiftKey ? buttons.at(-1) : buttons[0])?.focus();
}
