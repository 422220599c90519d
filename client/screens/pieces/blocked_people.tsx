/** Blocking somebody, and the list of those who are blocked, folded up until it is wanted. */

import type { PeerId } from "../../../signaling/protocol.ts";
import { firstWords } from "../../words/first_words.ts";
import { isolate } from "../../words/who.ts";
import type { Actions } from "../../model/state.ts";
import { blockedPeers } from "../../kept/blocked_peers.ts";
import { notify } from "./copy.tsx";
import { BlockIcon } from "./icons.tsx";
import { PeerIdText } from "./peer_mark.tsx";

type Blockable = { readonly remotePeerId: PeerId; readonly remoteName: string | null };

/** A button that blocks; in a list it is an icon that names whom, as the list does, by `label`. */
export function BlockButton({ peer, actions, label }: { peer: Blockable; actions: Actions; label?: string }) {
  const words = firstWords.value;
  const block = () => {
    actions.blockPeer(peer);
    notify(words.blocked);
  };
  return label !== undefined
    ? (
      <button
        type="button"
        class="button"
        title={words.block}
        aria-label={words.blockThem(isolate(label))}
        onClick={block}
      >
        <BlockIcon />
      </button>
    )
    : (
      <button type="button" class="button plain" onClick={block}>
        <BlockIcon />
        {words.block}
      </button>
    );
}

export function BlockedPeople({ actions }: { actions: Actions }) {
  const words = firstWords.value;
  const peers = blockedPeers.value;
  if (peers.length === 0) return null;
  return (
    <details class="blocked">
      <summary>{words.blockedCount(peers.length)}</summary>
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
              aria-label={words.unblockThem(isolate(name ?? peerId))}
              onClick={() => actions.unblockPeer(peerId)}
            >
              {words.unblock}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
