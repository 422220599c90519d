/**
 * A button that accepts a call. A stranger's answer is made only once the person reaches for one. A pointer that rests
 * where such a button appears has not reached for it: only one that moves there has.
 */

import type { ComponentChildren } from "preact";
import type { CallId } from "../../../signaling/protocol.ts";
import type { Actions } from "../../model/state.ts";

type Props = {
  readonly callId: CallId;
  readonly answering: Parameters<Actions["acceptCall"]>[1];
  /** As classes. */
  readonly look: string;
  readonly actions: Actions;
  readonly children: ComponentChildren;
};

export function AcceptButton({ callId, answering, look, actions, children }: Props) {
  const warm = () => actions.warmCall(callId);
  return (
    <button
      type="button"
      class={look}
      onClick={() => actions.acceptCall(callId, answering)}
      onPointerMove={warm}
      onPointerDown={warm}
      onFocus={warm}
    >
      {children}
    </button>
  );
}
