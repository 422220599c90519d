/**
 * The one field and its button: takes an ID or a pasted link, and calls.
 *
 * What is typed lives outside the component, so that a call that comes in and goes does not lose it.
 */

import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { type Actions, linkedPeerId, localPeerId } from "../state.ts";
import { SENTENCES } from "../sentences.ts";
import { readPeerId } from "../../signaling/protocol.ts";
import { PhoneIcon } from "./icons.tsx";

const dialText = signal("");
/** What keeps the typed text from being called; empty when nothing does. */
export const dialProblem = signal("");

export function DialForm({ actions }: { actions: Actions }) {
  const fieldRef = useRef<HTMLInputElement>(null);
  const linked = linkedPeerId.value;
  useEffect(() => {
    if (linked !== null) dialText.value = linked;
  }, [linked]);
  const problem = dialProblem.value;

  const handleSubmit = (event: Event) => {
    event.preventDefault();
    const peerId = readPeerId(dialText.value);
    if (peerId !== null && peerId !== localPeerId.value) return actions.placeCall(peerId);
    dialProblem.value = peerId !== null
      ? SENTENCES.ownId
      : dialText.value.trim() === ""
      ? SENTENCES.emptyId
      : SENTENCES.unreadableId;
    fieldRef.current?.focus();
  };

  return (
    <form class="dial" onSubmit={handleSubmit} noValidate>
      <label for="dial-field">ID or link</label>
      <div class="dial-row">
        <input
          id="dial-field"
          ref={fieldRef}
          class="field"
          type="text"
          value={dialText.value}
          placeholder="Paste a link or type an ID"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          enterKeyHint="go"
          aria-invalid={problem !== ""}
          aria-describedby="dial-problem"
          onInput={(event) => {
            dialText.value = event.currentTarget.value;
            dialProblem.value = "";
          }}
        />
        <button type="submit" class="button primary" disabled={localPeerId.value === null}>
          <PhoneIcon />Call
        </button>
      </div>
      <p id="dial-problem" class="problem">{problem}</p>
    </form>
  );
}
