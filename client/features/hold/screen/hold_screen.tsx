/**
 * What is shown of holding: the word for it among what the bar has no room for, what it means while the call is on hold, the
 * calls on hold beside the one on the screen, and who calls meanwhile.
 */

import { useRef } from "preact/hooks";
import type { CallView } from "../../../conversation/call_views.ts";
import { type FeatureKey, readView } from "../../../feature/feature.ts";
import type { FeatureScreen } from "../../../model/feature_screen.ts";
import { type Actions, calls, otherCalls } from "../../../model/state.ts";
import { HangUpIcon } from "../../../screens/pieces/icons.tsx";
import { PeerMark } from "../../../screens/pieces/peer_mark.tsx";
import { gap, joinSentences } from "../../../words/language.ts";
import { whoOf } from "../../../words/who.ts";
import type { SharingFeature } from "../../screen_share/screen_share_key.ts";
import { HoldIcon, ResumeIcon } from "./hold_icons.tsx";
import { holdKindOf, NOTHING_HELD, sayHolds } from "./hold_said.ts";
import { holdWords } from "./hold_words.ts";
import { OtherCalls } from "./other_calls.tsx";
import { QuietLine } from "./quiet_line.tsx";

type Props = { readonly call: CallView; readonly actions: Actions };

/** A key of our own: that of the sharing itself would be one more file, which both screens wait for. */
const SHARE: FeatureKey<SharingFeature> = { name: "screen-share" };

function HoldMenu({ call, actions }: Props) {
  return (
    <button
      type="button"
      class="menu-item"
      popovertarget="more-menu"
      popovertargetaction="hide"
      onClick={() => actions.setHeld(call.callId, !call.isHeld)}
    >
      {call.isHeld ? <ResumeIcon /> : <HoldIcon />}
      <span>{call.isHeld ? holdWords.value.resume : holdWords.value.hold}</span>
    </button>
  );
}

function HoldNotice({ call, actions }: Props) {
  const kind = holdKindOf(call);
  if (kind === null) return null;
  const words = holdWords.value;
  const isSharing = readView(call.features, SHARE)?.phase === "sharing";
  return (
    <div class="chip request">
      <HoldIcon />
      <span>
        {words.said[kind](<bdi>{call.remoteName ?? call.remotePeerId}</bdi>)}
        {gap.value}
        {isSharing && words.screenRests}
      </span>
      {call.isHeld && (
        <button type="button" class="button tonal" onClick={() => actions.setHeld(call.callId, false)}>
          {words.resume}
        </button>
      )}
    </div>
  );
}

/** Beside the call on the screen; each can be swapped with it, or left. */
function HeldCalls({ actions }: Props) {
  const held = otherCalls.value.filter(({ isHeld }) => isHeld);
  const words = holdWords.value;
  if (held.length === 0) return null;
  return (
    <section class="held-calls" aria-label={words.title}>
      {held.map((call) => (
        <div key={call.callId} class="chip request">
          <PeerMark peerId={call.remotePeerId} name={call.remoteName} />
          <p>
            <bdi class="ellipsis">{call.remoteName ?? call.remotePeerId}</bdi>
            <span>{words.title}</span>
          </p>
          <button
            type="button"
            class="button tonal"
            aria-label={words.swapTo(whoOf(call))}
            onClick={() => actions.setHeld(call.callId, false)}
          >
            {words.swap}
          </button>
          <button
            type="button"
            class="button tonal"
            title={words.leave(whoOf(call))}
            aria-label={words.leave(whoOf(call))}
            onClick={() => actions.hangUp(call.callId)}
          >
            <HangUpIcon />
          </button>
        </div>
      ))}
    </section>
  );
}

/** Never taken out of the page, as the call on the screen may change with what it says. */
function Beside({ actions }: { readonly actions: Actions }) {
  const said = useRef(NOTHING_HELD);
  said.current = sayHolds(said.current, calls.value, holdWords.value);
  return (
    <>
      <p class="unseen" role="status">{joinSentences(...said.current.sentences)}</p>
      <QuietLine actions={actions} />
      <OtherCalls />
    </>
  );
}

export const SCREEN: FeatureScreen = {
  name: "hold",
  isAlwaysShown: true,
  Aside: HeldCalls,
  Notice: HoldNotice,
  Menu: HoldMenu,
  Beside,
};
