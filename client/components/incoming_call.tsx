/**
 * The dialog while somebody rings: who, and yes or no.
 *
 * Modal for real: the screen behind is inert, the focus goes to the dialog itself and Tab stays within. No button gets
 * the focus by itself, and Escape does nothing: whoever was typing must neither accept nor decline by accident.
 *
 * A stranger's answer is made only once the person reaches for a button that accepts. A pointer that rests where such a
 * button appears has not reached for it: only one that moves there has.
 */

import { useEffect, useRef } from "preact/hooks";
import type { Actions, CallView } from "../state.ts";
import { callPhaseSentence } from "../sentences.ts";
import { strangerSentence } from "../stranger_sentences.ts";
import { BlockButton } from "./blocked_people.tsx";
import { CameraOffIcon, HangUpIcon, PhoneIcon } from "./icons.tsx";
import { NameWarning } from "./name_warning.tsx";
import { PeerIdText, PeerMark } from "./peer_mark.tsx";

export function IncomingCall({ call, actions }: { call: CallView; actions: Actions }) {
  const dialogRef = useRef<HTMLDivElement>(null);
  useEffect(() => dialogRef.current?.focus(), []);
  const { callId, remotePeerId, remoteName, isStranger } = call;
  const warm = () => actions.warmCall(callId);
  const reach = { onPointerMove: warm, onPointerDown: warm, onFocus: warm };
  return (
    <div class="scrim">
      <div
        ref={dialogRef}
        class="incoming"
        role="dialog"
        aria-modal="true"
        aria-label="Incoming call"
        aria-describedby="caller"
        tabIndex={-1}
        onKeyDown={keepFocusWithin}
      >
        <PeerMark peerId={remotePeerId} name={remoteName} isRinging />
        <div id="caller" class="caller">
          <p class="quiet">{callPhaseSentence(call)}</p>
          <h2 class="who" dir="auto">{remoteName ?? <PeerIdText peerId={remotePeerId} />}</h2>
          {remoteName !== null && (
            <p class="quiet">
              <PeerIdText peerId={remotePeerId} />
            </p>
          )}
          {isStranger && <p class="quiet">{strangerSentence(call)}</p>}
        </div>
        <NameWarning call={call} />
        <div class="answers">
          <button type="button" class="answer decline" onClick={() => actions.declineCall(callId)}>
            <span>
              <HangUpIcon />
            </span>Decline
          </button>
          <button
            type="button"
            class="answer accept"
            onClick={() => actions.acceptCall(callId, { video: true })}
            {...reach}
          >
            <span>
              <PhoneIcon />
            </span>Accept
          </button>
        </div>
        <button
          type="button"
          class="button tonal"
          onClick={() => actions.acceptCall(callId, { video: false })}
          {...reach}
        >
          <CameraOffIcon />Accept without video
        </button>
        <div class="asides">
          {isStranger && (
            <button type="button" class="button plain" onClick={() => actions.placeRing(callId, "line")}>
              Not now
            </button>
          )}
          <BlockButton peer={call} actions={actions} />
        </div>
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
