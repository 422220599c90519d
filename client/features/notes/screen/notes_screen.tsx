/** Offers to leave a message while somebody is called, and after a call that they did not take. */

import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { attempt } from "../../../bounds/attempt.ts";
import type { CallView } from "../../../conversation/call_views.ts";
import type { FeatureScreen } from "../../../model/feature_screen.ts";
import { notes } from "../../../model/state.ts";
import { loadStyle } from "../../../page/style.ts";
import { noteWords } from "../../../screens/notes/note_words.ts";

/** Ends of calls in which they could not be talked with. */
const UNTAKEN: readonly unknown[] = ["unavailable", "unanswered", "busy", "declined", "cancelled", "vanished"];

function LeaveMessage({ call }: { readonly call: CallView }) {
  const post = notes.value;
  if (post === null) return null;
  const waiting = post.say(call);
  return (
    <>
      {waiting !== null && <p>{waiting}</p>}
      <button type="button" class="button tonal" onClick={() => post.write(call)}>{noteWords.value.leave}</button>
    </>
  );
}

/** Its style comes with it: few wait for so long that they want it. */
function WhileCalling({ call }: { readonly call: CallView }) {
  const isStyled = useSignal(false);
  const isShown = call.phase === "outgoing";
  useEffect(() => {
    if (isShown) attempt("offer a message", async () => isStyled.value = await loadStyle("files").then(() => true));
  }, [isShown]);
  if (!isShown || !isStyled.value || notes.value === null) return null;
  return (
    <div class="chip request note-offer">
      <LeaveMessage call={call} />
    </div>
  );
}

function AfterCall({ call }: { readonly call: CallView }) {
  return UNTAKEN.includes(call.endReason) ? <LeaveMessage call={call} /> : null;
}

export const SCREEN: FeatureScreen = { name: "notes", isAlwaysShown: true, Layer: WhileCalling, After: AfterCall };
