/** The floating bar: microphone, camera, what features put there, and leaving the call. */

import type { Actions } from "../../model/state.ts";
import { isOnHold } from "../../call/holding.ts";
import type { CallView } from "../../conversation/call_views.ts";
import { callWords } from "../../words/call_words.ts";
import { FeatureParts } from "./feature_parts.tsx";
import { Control } from "../controls/control.tsx";
import { DeviceSwitches } from "../controls/device_switches.tsx";
import { HangUpIcon, MoreIcon } from "../pieces/icons.tsx";

export function ControlBar({ call, actions }: { call: CallView; actions: Actions }) {
  const words = callWords.value;
  return (
    <div class="bar fading" role="group" aria-label={words.controls}>
      <DeviceSwitches actions={actions} isShown={call.sendsVideo} isResting={isOnHold(call)} />
      {call.connectedAtMs !== null && (
        <>
          <FeatureParts place="Control" call={call} actions={actions} />
          <button type="button" class="control" title={words.more} aria-label={words.more} popovertarget="more-menu">
            <MoreIcon />
          </button>
          <div id="more-menu" class="more-menu" popover="auto">
            <FeatureParts place="Menu" call={call} actions={actions} />
          </div>
        </>
      )}
      <Control
        name={call.phase === "outgoing" ? words.cancel : words.hangUp}
        look="leave"
        onPress={() => actions.hangUp(call.callId)}
      >
        <HangUpIcon />
      </Control>
    </div>
  );
}
