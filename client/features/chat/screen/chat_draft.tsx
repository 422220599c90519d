/**
 * What the other end's person is typing, as they type it. It is seen letter by letter; whoever hears the page hears what
 * was added whenever they pause.
 */

import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { CallView } from "../../../conversation/call_views.ts";
import { whoOf } from "../../../words/who.ts";
import { chatWords } from "./chat_open.ts";

/** For how long nothing is typed before it is spoken, in milliseconds. */
const PAUSE_MS = 1_500;

export function ChatDraft({ call, draft }: { readonly call: CallView; readonly draft: string }) {
  const added = useSignal("");
  const spokenRef = useRef("");
  useEffect(() => {
    const speak = () => {
      const spoken = spokenRef.current;
      added.value = draft.startsWith(spoken) ? draft.slice(spoken.length) : draft;
      spokenRef.current = draft;
    };
    if (draft === "") return speak();
    const timer = setTimeout(speak, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [draft]);
  return (
    <>
      {draft && <p class="bubble draft" dir="auto" aria-live="off">{draft}</p>}
      <p class="unseen" role="status">{added.value && chatWords.value.typed(whoOf(call), added.value)}</p>
    </>
  );
}
