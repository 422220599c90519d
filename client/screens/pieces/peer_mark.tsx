/**
 * How an ID looks: as text in its five groups, and as a mark, a disc with one arc for each group.
 *
 * The mark comes from the ID alone, so that one person looks the same on every screen and no name can borrow another's
 * colours; a name only adds initials. Decoration: the ID or the name is always beside it as text.
 */

import { initialsOf, type MarkArc, markOf } from "../../words/format.ts";
import type { PeerId } from "../../../signaling/protocol.ts";

/** Shows an ID in its five groups, which wrap between and never within; its text content is the ID alone. */
export function PeerIdText({ peerId }: { peerId: PeerId | null }) {
  if (peerId === null) {
    return (
      <span class="peer-id pending">
        <i />
        <i />
        <i />
        <i />
        <i />
      </span>
    );
  }
  return (
    <span class="peer-id">
      {peerId.split("-").map((group, index) => <i key={index}>{group}{index < 4 && <b>-</b>}</i>)}
    </span>
  );
}

/** Shows an ID small, below a name. */
export function IdBelow({ peerId }: { peerId: PeerId | null }) {
  return (
    <p class="quiet">
      <PeerIdText peerId={peerId} />
    </p>
  );
}

function Arcs({ arcs }: { arcs: MarkArc[] }) {
  return (
    <svg viewBox="0 0 100 100" aria-hidden="true" focusable="false">
      {arcs.map(({ startDegrees, sweepDegrees }, index) => (
        <circle
          key={index}
          cx="50"
          cy="50"
          r={8 + index * 8}
          pathLength={360}
          stroke-dasharray={`${sweepDegrees} 360`}
          transform={`rotate(${startDegrees} 50 50)`}
        />
      ))}
    </svg>
  );
}

/** Shows a peer's mark, with initials if there is a name; `isRinging` sends rings out from it. Null keeps the place free. */
export function PeerMark(
  { peerId, name = null, isRinging = false }: { peerId: PeerId | null; name?: string | null; isRinging?: boolean },
) {
  if (peerId === null) {
    return (
      <span class="mark" aria-hidden="true">
        <span class="disc pending" />
      </span>
    );
  }
  const { hueDegrees, arcs } = markOf(peerId);
  const initials = name === null ? "" : initialsOf(name);
  return (
    <span class={isRinging ? "mark ringing" : "mark"} style={{ "--hue": hueDegrees }} aria-hidden="true">
      <span class="disc">{initials === "" ? <Arcs arcs={arcs} /> : initials}</span>
    </span>
  );
}

/** Shows a peer's mark with its own arcs going out from it, large and faint. */
export function Halo({ peerId }: { peerId: PeerId }) {
  return (
    <div class="halo">
      <Arcs arcs={markOf(peerId).arcs} />
      <PeerMark peerId={peerId} />
    </div>
  );
}
