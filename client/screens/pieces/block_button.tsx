/** Blocks somebody. */

import type { PeerId } from "../../../signaling/protocol.ts";
import type { Actions } from "../../model/state.ts";
import { firstWords } from "../../words/first_words.ts";
import { notify } from "./copy.tsx";
import { BlockIcon } from "./icons.tsx";

type Blockable = { readonly remotePeerId: PeerId; readonly remoteName: string | null };

export function BlockButton({ peer, actions }: { peer: Blockable; actions: Actions }) {
  const words = firstWords.value;
  const block = () => {
    actions.blockPeer(peer);
    notify(words.blocked);
  };
  return (
    <button type="button" class="button plain" onClick={block}>
      <BlockIcon />
      {words.block}
    </button>
  );
}
