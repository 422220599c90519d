/** What the person sets of ringing, over the first screen until it is closed. A call comes before it. */

import { effect } from "@preact/signals";
import { type ComponentType, render } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { frontCall } from "../../../model/state.ts";
import { NotifyPart } from "./notify_part.tsx";
import { QuietPart } from "./quiet_part.tsx";
import { firstWords } from "../../../words/first_words.ts";
import { TonePart } from "./tone_part.tsx";
import { ringingWords } from "./ringing_words.ts";

/** Opens over the page until it is closed by its button, Escape or a press beside it. */
export function showRingingPanel(WhoRings: ComponentType): void {
  const place = document.body.appendChild(document.createElement("div"));
  const remove = () => {
    render(null, place);
    place.remove();
  };
  render(<RingingPanel {...{ WhoRings }} onClose={remove} />, place);
}

function RingingPanel({ WhoRings, onClose }: { readonly WhoRings: ComponentType; readonly onClose: () => void }) {
  const ref = useRef<HTMLDialogElement>(null);
  const words = ringingWords.value;
  useLayoutEffect(() => {
    ref.current?.showModal();
    // At once: what shows the call takes the focus, and cannot while this is before it.
    return effect(() => {
      if (frontCall.value !== null) ref.current?.close();
    });
  }, []);
  return (
    <dialog
      ref={ref}
      class="panel ringing-panel"
      aria-labelledby="ringing-title"
      onClick={({ target, currentTarget }) => target === currentTarget && currentTarget.close()}
      onClose={onClose}
    >
      <div>
        <h2 id="ringing-title" tabIndex={-1} autofocus>{firstWords.value.ringing}</h2>
        <QuietPart />
        <WhoRings />
        <TonePart />
        <NotifyPart />
        <button type="button" class="button primary" onClick={() => ref.current?.close()}>{words.done}</button>
      </div>
    </dialog>
  );
}
