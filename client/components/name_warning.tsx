/**
 * The loud warning that a known name comes from another ID. It stays until the person says that it is them, or has
 * compared words; while it rings there is nothing to say yet but no.
 */

import { type Actions, type CallView, knownPeers, nameLook } from "../state.ts";
import { isOthersName } from "../known_peers.ts";
import { nameWarningSentence } from "../sentences.ts";
import { WarningIcon } from "./icons.tsx";

export function NameWarning({ call, actions }: { call: CallView; actions?: Actions }) {
  if (!isOthersName(knownPeers.value, call.remotePeerId, call.remoteName, nameLook.value)) return null;
  return (
    <div class="name-warning">
      <WarningIcon />
      <p>{nameWarningSentence(call)}</p>
      {actions !== undefined && (
        <button type="button" class="button" onClick={() => actions.confirmName(call.callId)}>It’s them</button>
      )}
    </div>
  );
}
