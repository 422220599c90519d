/** Knocking, after a call that only contacts could have made ring: one line of text, and the button that says it. */

import { effect, useSignal } from "@preact/signals";
import { knocked, knocks } from "../../../model/entry.ts";
import { type Actions, calls } from "../../../model/state.ts";
import type { CallView } from "../../../conversation/call_views.ts";
import { knockWords } from "../../../words/knock_words.ts";
import { encodeKnock, KNOCK_MAX } from "../knock.ts";

/** A knock is a call that never rings, and shows nobody. */
const UNSEEN: object = { isPatient: false, video: false };

/** Notes that somebody was knocked at, once their page has said that only contacts ring. */
function followKnock({ callId, remotePeerId }: CallView): void {
  const stop = effect(() => {
    const placed = calls.value.find((call) => call.remotePeerId === remotePeerId && call.callId !== callId);
    if (placed?.phase !== "ended") return;
    if (placed.endReason === "contacts-only") knocked.value = new Set([...knocked.peek(), remotePeerId]);
    queueMicrotask(() => stop());
  });
}

export function KnockForm({ call, actions }: { readonly call: CallView; readonly actions: Actions }) {
  const { remotePeerId } = call;
  const words = knockWords.value;
  const text = useSignal("");
  const knock = (event: SubmitEvent) => {
    event.preventDefault();
    const entry = encodeKnock(text.peek());
    if (entry === null) return;
    knocks.set(remotePeerId, entry);
    followKnock(call);
    actions.placeCall(remotePeerId, UNSEEN as { isPatient: boolean });
  };
  return (
    <form class="knock-form" onSubmit={knock}>
      <label for="knock-text">{words.yourLine}</label>
      <input
        id="knock-text"
        class="field"
        type="text"
        autocomplete="off"
        required
        maxLength={KNOCK_MAX}
        aria-describedby="knock-count"
        value={text.value}
        onInput={({ currentTarget }) => text.value = currentTarget.value}
      />
      <p id="knock-count" class="quiet">{words.count(text.value.length, KNOCK_MAX)}</p>
      <button type="submit" class="button primary">{words.knock}</button>
    </form>
  );
}
