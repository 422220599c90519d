/**
 * Whose calls nobody took here: who, when and how often, with a button each to call back and to block; strangers apart,
 * by their IDs, since a name is only what they call themselves. Shows nothing when there is nobody.
 */

import { formatMoment } from "../format.ts";
import { isKnown } from "../known_peers.ts";
import { type Actions, blockedPeers, knownPeers, type MissedCaller, missedCalls } from "../state.ts";
import { missedCountSentence } from "../stranger_sentences.ts";
import { BlockButton, BlockedPeople } from "./blocked_people.tsx";
import { PhoneIcon } from "./icons.tsx";
import { PeerIdText, PeerMark } from "./peer_mark.tsx";

export function MissedCalls({ actions }: { actions: Actions }) {
  const blocked = new Set(blockedPeers.value.map(({ peerId }) => peerId));
  const callers = missedCalls.value.filter(({ remotePeerId }) => !blocked.has(remotePeerId));
  const known = callers.filter(({ remotePeerId }) => isKnown(knownPeers.value, remotePeerId));
  const strangers = callers.filter((caller) => !known.includes(caller));
  if (callers.length === 0 && blocked.size === 0) return null;
  return (
    <section class="panel missed" aria-labelledby="missed">
      <header>
        <h2 id="missed">{callers.length === 0 ? "Calls" : "Missed calls"}</h2>
        {callers.length > 0 && (
          <button type="button" class="button" onClick={() => actions.clearMissedCalls()}>Clear</button>
        )}
      </header>
      {callers.length > 0 && (
        <div class="callers">
          <Callers callers={known} actions={actions} />
          {strangers.length > 0 && <h3 class="quiet">People you don’t know</h3>}
          <Callers callers={strangers} actions={actions} areStrangers />
        </div>
      )}
      <BlockedPeople actions={actions} />
    </section>
  );
}

type CallersProps = { callers: readonly MissedCaller[]; actions: Actions; areStrangers?: boolean };

function Callers({ callers, actions, areStrangers = false }: CallersProps) {
  if (callers.length === 0) return null;
  return (
    <ul>
      {callers.map((caller) => {
        const { remotePeerId, remoteName, atMs } = caller;
        const name = areStrangers ? null : remoteName;
        const claimed = areStrangers && remoteName !== null ? `“${remoteName}”` : null;
        const details = [claimed, missedCountSentence(caller), formatMoment(atMs, Date.now())];
        return (
          <li key={remotePeerId}>
            <PeerMark peerId={remotePeerId} name={name} />
            <p>
              <b class="ellipsis" dir="auto">{name ?? <PeerIdText peerId={remotePeerId} />}</b>
              <span class="quiet ellipsis" dir="auto">{details.filter((detail) => detail !== null).join(" · ")}</span>
            </p>
            <BlockButton peer={caller} actions={actions} isInList />
            <button
              type="button"
              class="button tonal"
              aria-label={`Call back ${remotePeerId}`}
              onClick={() => actions.placeCall(remotePeerId)}
            >
              <PhoneIcon />
              <span>Call back</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
