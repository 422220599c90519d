/**
 * Who knocks, in a line at the foot of the first screen: their name as they say it, what they say, and what may become of
 * it. It makes no sound, takes no focus, and waits while there is a call.
 */

import { type Actions, frontCall } from "../../../model/state.ts";
import { BlockButton } from "../../../screens/pieces/block_button.tsx";
import { callWords } from "../../../words/call_words.ts";
import { knockWords } from "../../../words/knock_words.ts";
import { isolate } from "../../../words/who.ts";
import { closeKnock, waitingKnocks } from "../knocks.ts";

export function KnockLine({ actions }: { readonly actions: Actions }) {
  const words = knockWords.value;
  const [knock, ...others] = waitingKnocks.value;
  // Never taken out of the page, for screen readers to notice what it says.
  const isShown = knock !== undefined && frontCall.value === null;
  return (
    <aside class={isShown ? "knock-line shown" : "knock-line"} aria-label={words.knocking}>
      <p role="status">
        {isShown && (
          <>
            <span class="quiet">{knock.name === null ? words.nameless : words.claimed(isolate(knock.name))}</span>
            <bdi class="knock-text">{knock.text}</bdi>
          </>
        )}
      </p>
      {isShown && (
        <div key={knock.peerId}>
          <button
            type="button"
            class="button primary"
            onClick={() => {
              closeKnock(knock.peerId);
              actions.placeCall(knock.peerId);
            }}
          >
            {words.letIn}
          </button>
          <button type="button" class="button tonal" onClick={() => closeKnock(knock.peerId)}>
            {callWords.value.decline}
          </button>
          <BlockButton peer={{ remotePeerId: knock.peerId, remoteName: knock.name }} actions={actions} />
          {others.length > 0 && <span class="quiet">+{others.length}</span>}
        </div>
      )}
    </aside>
  );
}
