/** Those who are blocked, folded up until they are wanted. */

import { blockedPeers } from "../../kept/people/blocked_peers.ts";
import type { Actions } from "../../model/state.ts";
import { isolate } from "../../words/who.ts";
import { PeerIdText } from "../pieces/peer_mark.tsx";
import { peopleWords } from "./people_words.ts";

export function BlockedPeople({ actions }: { readonly actions: Actions }) {
  const words = peopleWords.value;
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
