/** Offers to go on with a call whose page was closed: the other end waits. Shows nothing when there is none. */

import { type Actions, leftCall } from "../../model/state.ts";
import { leftCall as english } from "../../words/en/home/left_call.ts";
import { createPart } from "../../words/language.ts";
import { isolate } from "../../words/who.ts";
import { PhoneIcon } from "../pieces/icons.tsx";
import { PeerMark } from "../pieces/peer_mark.tsx";

const leftCallWords = createPart("ends", "leftCall", english);

export function LeftCallOffer({ actions }: { actions: Actions }) {
  const left = leftCall.value;
  if (left === null) return null;
  const words = leftCallWords.value;
  return (
    <section class="panel left-call" role="status">
      <PeerMark peerId={left.peerId} name={left.name} />
      <p>{words.offer(isolate(left.name ?? left.peerId))}</p>
      <div class="next-steps">
        <button type="button" class="button tonal" onClick={() => actions.leaveLeftCall()}>{words.leave}</button>
        <button type="button" class="button primary" onClick={() => actions.rejoin()}>
          <PhoneIcon />
          {words.rejoin}
        </button>
      </div>
    </section>
  );
}
