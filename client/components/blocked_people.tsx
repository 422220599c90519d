/** Blocking somebody, and the list of those who are blocked, folded up until it is wanted. */

import type { PeerId } from "../../signaling/protocol.ts";
import { SENTENCES } from "../sentences.ts";
import { type Actions, blockedPeers } from "../state.ts";
import { notify } from "./copy.tsx";
import { BlockIcon } from "./icons.tsx";
import { PeerIdText } from "./peer_mark.tsx";

type Blockable = { readonly remotePeerId: PeerId; readonly remoteName: string | null };

/** A button that blocks; in a list it is an icon that names whom. */
export function BlockButton({ peer, actions, isInList = false }: {
  peer: Blockable;
  actions: Actions;
  isInList?: boolean;
}) {
  const block = () => {
    actions.blockPeer(peer);
    notify(SENTENCES.blocked);
  };
  return isInList
    ? (
      <button type="button" class="button" title="Block" aria-label={`Block ${peer.remotePeerId}`} onClick={block}>
        <BlockIcon />
      </button>
    )
    : (
      <button type="button" class="button plain" onClick={block}>
        <BlockIcon />Block
      </button>
    );
}

export function BlockedPeople({ actions }: { actions: Actions }) {
  const peers = blockedPeers.value;
  if (peers.length === 0) return null;
  return (
    <details class="blocked">
      <summary>Blocked ({peers.length})</summary>
      <ul>
        {peers.map(({ peerId, name }) => (
          <li key={peerId}>
            <p>
              {name !== null && <b class="ellipsis" dir="auto">{name}</b>}
              <PeerIdText peerId={peerId} />
            </p>
            <button
              type="button"
              class="button tonal"
              aria-label={`Unblock ${peerId}`}
              onClick={() => actions.unblockPeer(peerId)}
            >
              Unblock
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
