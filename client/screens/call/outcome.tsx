/** What the screen after a call says and offers: what happened, for how long, and what to do next. */

import { signal, useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { attempt } from "../../bounds/attempt.ts";
import { knocked } from "../../model/entry.ts";
import { isContact, isKnown } from "../../kept/people/known_peers.ts";
import { type Actions, type CallScreen, knownPeers, obstacle } from "../../model/state.ts";
import type { CallView } from "../../conversation/call_views.ts";
import type { EndReason } from "../../call/end_reason.ts";
import { loadStyle } from "../../page/style.ts";
import { callWords } from "../../words/call_words.ts";
import { pageWords } from "../../words/language.ts";
import { endSentence, endTitle, endWords } from "../../words/end_sentences.ts";
import { FeatureParts } from "./feature_parts.tsx";
import { BlockButton } from "../pieces/block_button.tsx";
import { LinkButtons, Told } from "../pieces/copy.tsx";
import { CheckIcon, PhoneIcon } from "../pieces/icons.tsx";

export { endAloud } from "../../words/end_sentences.ts";

/** Ends that the connection check has more to say of. */
const CHECKED: readonly (EndReason | null)[] = ["failed", "lost", "no-webrtc", "unprepared", "incompatible"];

/** Null until it is loaded, for the first call that wants it. */
const knockForm = signal<CallScreen | null>(null);

async function loadKnockForm(): Promise<void> {
  const [{ KnockForm }] = await Promise.all([
    import("../../features/who_rings/screen/knock_form.tsx"),
    loadStyle("files"),
  ]);
  knockForm.value = KnockForm;
}

/** @param props `children` says more of whom the call was with */
export function Outcome(
  { call, actions, children }: { call: CallView; actions: Actions; children: ComponentChildren },
) {
  const words = callWords.value;
  const { callId, remotePeerId, endReason } = call;
  const canCallAgain = endReason !== "answered-elsewhere" && endReason !== "declined-elsewhere" &&
    obstacle.value === null;
  const Knock = knockForm.value;
  const isKnocking = endReason === "contacts-only" && !knocked.value.has(remotePeerId);
  useEffect(() => {
    if (isKnocking) attempt("load what knocks", loadKnockForm);
  }, [isKnocking]);
  return (
    <>
      <h1>{endTitle(call)}</h1>
      <p class="outcome">{endSentence(call)}</p>
      {children}
      {isKnocking && Knock !== null && <Knock {...{ call, actions }} />}
      <div class="next-steps">
        {canCallAgain && (
          <button
            type="button"
            class={endReason === "contacts-only" ? "button tonal" : "button primary"}
            onClick={() => actions.placeCall(remotePeerId)}
          >
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
        <SaveContact call={call} actions={actions} />
        <FeatureParts place="After" call={call} actions={actions} />
        {CHECKED.includes(endReason) && <a class="button tonal" href="check">{pageWords.value.check}</a>}
        <button type="button" class="button tonal" onClick={() => actions.dismissCall(callId)}>{words.back}</button>
        {!call.isOutgoing && <BlockButton peer={call} actions={actions} />}
      </div>
      {endReason === "unavailable" && <Told usual="" />}
    </>
  );
}

/** Offers to save whom the person has talked with, unless they are a contact. */
function SaveContact({ call: { connectedAtMs, remotePeerId }, actions }: { call: CallView; actions: Actions }) {
  const isSaved = useSignal(false);
  const known = knownPeers.value;
  if (connectedAtMs === null || !isKnown(known, remotePeerId)) return null;
  if (isContact(known, remotePeerId) && !isSaved.value) return null;
  const save = () => {
    isSaved.value = true;
    const savedAtMs = Date.now();
    actions.changePeople((people) =>
      people.map((peer) => peer.peerId === remotePeerId && peer.savedAtMs === null ? { ...peer, savedAtMs } : peer)
    );
  };
  return (
    <button type="button" class="button tonal" onClick={save}>
      {isSaved.value && <CheckIcon />}
      {isSaved.value ? endWords.value.contactSaved : endWords.value.saveContact}
    </button>
  );
}
