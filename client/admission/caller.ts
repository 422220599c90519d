/** Who a caller is to this browser. Apart from the rules that ask, since the page needs it before them. Pure. */

import type { PeerId } from "../../signaling/protocol.ts";
import type { Caller } from "./admission.ts";

type People = readonly { readonly peerId: PeerId }[];

/** Whom the person has blocked is that, also when the browser knows them. */
export function callerOf(peerId: PeerId, { blocked, known }: { blocked: People; known: People }): Caller {
  const isIn = (people: People) => people.some((peer) => peer.peerId === peerId);
  return isIn(blocked) ? "blocked" : isIn(known) ? "known" : "stranger";
}
