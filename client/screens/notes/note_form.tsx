/** Asks for a message to somebody who did not take a call. What was written and not left is there when they ask again. */

import { effect, signal, useSignal } from "@preact/signals";
import { render } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { createCallId, type PeerId } from "../../../signaling/protocol.ts";
import { countCharacters, isNoteText, NOTE_CHARACTERS_MAX } from "../../../signaling/protocol/note_messages.ts";
import { hasRoom, leftNotes } from "../../notes/left_notes.ts";
import { frontCall, localPeerId, type NotePeer } from "../../model/state.ts";
import { leave } from "../../notes/kept_notes.ts";
import { createBoxKeys } from "../../notes/sealing.ts";
import { locale } from "../../words/language.ts";
import { whoOf } from "../../words/who.ts";
import { noteWords } from "./note_words.ts";
import { textWays } from "./text_ways.ts";

/** What is being written, and for whom; one at a time. */
const draft = signal<{ readonly peerId: PeerId; readonly text: string } | null>(null);

/** Opens over the screen until it is closed by its buttons, Escape or a press beside it; whoever is answered comes first. */
export function writeNote(peer: NotePeer): void {
  const place = document.body.appendChild(document.createElement("div"));
  const remove = () => {
    render(null, place);
    place.remove();
  };
  render(<NoteForm peer={peer} onClose={remove} />, place);
}

function NoteForm({ peer, onClose }: { readonly peer: NotePeer; readonly onClose: () => void }) {
  const { remotePeerId: peerId, remoteName: name } = peer;
  const ref = useRef<HTMLDialogElement>(null);
  const isUnable = useSignal(false);
  const words = noteWords.value;
  const written = draft.value?.peerId === peerId ? draft.value.text : "";
  const text = textWays.value.cleanText(written);
  const isFull = !hasRoom(leftNotes.value, peerId);
  useEffect(() => void createBoxKeys().then((keys) => isUnable.value = keys === null), []);
  useLayoutEffect(() => {
    ref.current?.showModal();
    return effect(() => {
      const call = frontCall.value;
      const isInTheWay = call !== null && call.phase !== "outgoing" && call.phase !== "ended";
      if (isInTheWay) ref.current?.close();
    });
  }, []);
  const problem = isUnable.value ? words.unable : isFull ? words.full : null;
  const submit = (event: Event) => {
    event.preventDefault();
    const own = localPeerId.value;
    if (own === null || problem !== null || !isNoteText(text)) return;
    const atMs = Date.now();
    leave({ localPeerId: own, peerId, name, noteId: createCallId(), text, atMs, deliveredAtMs: null });
    draft.value = null;
    ref.current?.close();
  };
  const count = countCharacters(text);
  const isTooLong = text !== "" && !isNoteText(text);
  const format = (value: number) => value.toLocaleString(locale.value);
  return (
    <dialog
      ref={ref}
      class="panel ringing-panel"
      aria-labelledby="note-title"
      onClick={({ target, currentTarget }) => target === currentTarget && currentTarget.close()}
      onClose={onClose}
    >
      <form class="note-form" onSubmit={submit}>
        <h2 id="note-title">{words.titleFor(whoOf(peer))}</h2>
        <label for="note-text">{words.message}</label>
        <textarea
          id="note-text"
          class="field"
          rows={4}
          dir="auto"
          autofocus
          aria-describedby="note-count note-use"
          aria-invalid={isTooLong}
          value={written}
          onInput={(event) => draft.value = { peerId, text: event.currentTarget.value }}
        />
        <p id="note-count" class={isTooLong ? "problem" : "quiet"}>
          {words.characters(format(count), format(NOTE_CHARACTERS_MAX))}
        </p>
        <p id="note-use" class={problem === null ? "quiet" : "problem"}>{problem ?? words.use}</p>
        <div class="next-steps">
          <button type="button" class="button tonal" onClick={() => ref.current?.close()}>{words.cancel}</button>
          <button type="submit" class="button primary" disabled={problem !== null || !isNoteText(text)}>
            {words.submit}
          </button>
        </div>
      </form>
    </dialog>
  );
}
