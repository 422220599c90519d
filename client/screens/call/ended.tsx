/** The screen after a call, which `outcome.tsx` fills; without that, a plain word and the way back. */

import { useLayoutEffect, useRef } from "preact/hooks";
import type { Actions } from "../../model/state.ts";
import type { CallView } from "../../conversation/call_views.ts";
import { callPhaseSentence } from "../../words/call_sentences.ts";
import { callWords } from "../../words/call_words.ts";
import { IdBelow, PeerMark } from "../pieces/peer_mark.tsx";
import { ending, isEndingMissing, loadEnding } from "./ending.ts";

type Props = { readonly call: CallView; readonly actions: Actions };

export function Ended(props: Props) {
  const { call } = props;
  const Outcome = ending.value?.Outcome ?? PlainEnd;
  const ref = useRef<HTMLElement>(null);
  // What had the focus may have gone with the plain word.
  useLayoutEffect(() => {
    if (document.activeElement === document.body) ref.current?.focus();
  }, [Outcome]);
  return (
    <main ref={ref} class="ended" data-screen tabIndex={-1}>
      <PeerMark peerId={call.remotePeerId} name={call.remoteName} />
      <Outcome {...props}>{call.remoteName !== null && <IdBelow peerId={call.remotePeerId} />}</Outcome>
    </main>
  );
}

function PlainEnd({ call, actions }: Props) {
  const { featuresMissing, tryAgain, back } = callWords.value;
  return (
    <>
      <h1>{callPhaseSentence(call)}</h1>
      {isEndingMissing.value && (
        <>
          <p class="outcome">{featuresMissing}</p>
          <button type="button" class="button primary" onClick={loadEnding}>{tryAgain}</button>
        </>
      )}
      <button type="button" class="button tonal" onClick={() => actions.dismissCall(call.callId)}>{back}</button>
    </>
  );
}
