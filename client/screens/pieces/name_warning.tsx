/**
 * The loud warning that a known name comes from another ID. It stays until the person says that it is them, or has
 * compared words. While it rings, the warning offers no button yet.
 */

import { type Actions, knownPeers, nameLook } from "../../model/state.ts";
import type { CallView } from "../../conversation/call_views.ts";
import { isOthersName } from "../../kept/people/acquaintances.ts";
import { nameWarningSentence } from "../../words/call_sentences.ts";
import { callWords } from "../../words/call_words.ts";
import { WarningIcon } from "./icons.tsx";

export function NameWarning({ call, actions }: { call: CallView; actions?: Actions }) {
  if (!isOthersName(knownPeers.value, call.remotePeerId, call.remoteName, nameLook.value)) return null;
  return (
    <div class="name-warning">
      <WarningIcon />
      <p>{nameWarningSentence(call)}</p>
      {actions !== undefined && (
        <button type="button" class="button" onClick={() => actions.confirmName(call)}>
          {callWords.value.itsThem}
        </button>
      )}
    </div>
  );
}
