/**
 * The one line for calls that ring and may not take the screen. It lies over the page, so that nothing moves when it
 * comes and goes, takes no focus, and is never taken out of the page, for screen readers to notice what it says. To who is
 * in a call it has the answers themselves: the other call goes on hold, or ends.
 */

import { useLayoutEffect, useRef } from "preact/hooks";
import type { CallView } from "../../../conversation/call_views.ts";
import { type Actions, frontCall, localMedia, waitingCalls } from "../../../model/state.ts";
import { AcceptButton } from "../../../screens/controls/accept_button.tsx";
import { NameWarning } from "../../../screens/pieces/name_warning.tsx";
import { callWords } from "../../../words/call_words.ts";
import { holdWords } from "./hold_words.ts";
import { strangerWords } from "./stranger_words.ts";
import { waitingSentence } from "./waiting_said.ts";

const GAP_PX = 8;

/** Lies below what the call has at its top, however tall that is: who one talks with stays in sight beside who calls. */
function useBelowHeader(isAnswering: boolean) {
  const ref = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const [panel, overlay] = [ref.current, document.querySelector(".overlay")];
    if (!isAnswering || panel === null || overlay === null) return;
    const observer = new ResizeObserver(() => {
      const above = [...overlay.querySelectorAll(".call-header, .held-calls")];
      panel.style.top = `${Math.max(...above.map((part) => part.getBoundingClientRect().bottom)) + GAP_PX}px`;
    });
    observer.observe(overlay); // Which begins with a report, before anything is painted.
    return () => {
      observer.disconnect();
      panel.style.top = "";
    };
  }, [isAnswering]);
  return ref;
}

export function QuietLine({ actions }: { actions: Actions }) {
  const waiting = waitingCalls.value;
  const next = waiting.find(({ isStranger }) => !isStranger) ?? waiting[0];
  const front = frontCall.value;
  const talking = front !== null && front.phase !== "outgoing" && front.phase !== "incoming" && front.phase !== "ended"
    ? front
    : null;
  const ref = useBelowHeader(next !== undefined && talking !== null);
  return (
    <aside
      ref={ref}
      class={["quiet-line", next && "shown", next && talking && "answering"].filter(Boolean).join(" ")}
      aria-label={holdWords.value.waitingCalls}
      inert={front?.phase === "incoming"}
    >
      <p role="status">
        {waitingSentence(waiting, holdWords.value)}
        {next?.isStranger && talking === null && <small class="quiet">{strangerWords.value.quietly}</small>}
      </p>
      {next !== undefined && (talking === null
        ? (
          <button type="button" class="button tonal" onClick={() => actions.placeRing(next.callId, "front")}>
            {holdWords.value.show}
          </button>
        )
        : <Answers key={next.callId} call={next} beside={talking} actions={actions} />)}
    </aside>
  );
}

/** The camera stays as it is: who is not seen in the call they are in need not be seen in the next. */
function Answers({ call, beside, actions }: { call: CallView; beside: CallView; actions: Actions }) {
  const { callId } = call;
  const video = beside.sendsVideo && localMedia.value.isCameraOn;
  const words = holdWords.value;
  return (
    <>
      {call.isStranger && <p class="who" dir="auto">{call.remoteName ?? call.remotePeerId}</p>}
      <NameWarning call={call} />
      <div class="second-answers">
        <AcceptButton look="button primary" answering={{ video, endsOthers: false }} {...{ callId, actions }}>
          {beside.isHeld ? callWords.value.accept : words.holdAndAnswer}
        </AcceptButton>
        {!beside.isHeld && (
          <AcceptButton look="button tonal" answering={{ video, endsOthers: true }} {...{ callId, actions }}>
            {words.endAndAnswer}
          </AcceptButton>
        )}
        <button type="button" class="button tonal" onClick={() => actions.declineCall(callId)}>
          {callWords.value.decline}
        </button>
      </div>
    </>
  );
}
