/** The calls that nobody took here: who, when, and one button each to call back. Shows nothing when there are none. */

import { type Actions, missedCalls } from "../state.ts";
import { formatMoment } from "../format.ts";
import { PhoneIcon } from "./icons.tsx";
import { PeerIdText, PeerMark } from "./peer_mark.tsx";

export function MissedCalls({ actions }: { actions: Actions }) {
  if (missedCalls.value.length === 0) return null;
  return (
    <section class="panel missed" aria-labelledby="missed">
      <header>
        <h2 id="missed">Missed calls</h2>
        <button type="button" class="button" onClick={() => actions.clearMissedCalls()}>Clear</button>
      </header>
      <ul>
        {missedCalls.value.map(({ callId, remotePeerId, remoteName, atMs }) => (
          <li key={callId}>
            <PeerMark peerId={remotePeerId} name={remoteName} />
            <p>
              <b class="ellipsis" dir="auto">{remoteName ?? <PeerIdText peerId={remotePeerId} />}</b>
              <time class="quiet">{formatMoment(atMs, Date.now())}</time>
            </p>
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
        ))}
      </ul>
    </section>
  );
}
