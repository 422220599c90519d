/**
 * The one field and its button: takes an ID or a pasted link, and calls.
 *
 * What is typed lives outside the component, so that a call that comes in and goes does not lose it.
 */

import { computed, effect, signal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { PeerId } from "../../../signaling/protocol.ts";
import {
  type Actions,
  brokenLink,
  isRelayStuck,
  linkedPeerId,
  localPeerId,
  obstacle,
  scanButton,
} from "../../model/state.ts";
import { firstWords } from "../../words/first_words.ts";
import { statusSentence } from "../../words/sentences.ts";
import { readLink } from "../../model/links.ts";
import { PhoneIcon } from "../pieces/icons.tsx";
import { lineSentence } from "../pieces/line_sentence.ts";
import { unable } from "../pieces/unable.ts";

export const dialText = signal("");
/** Says what keeps the typed text from being called; null when nothing does. */
const dialProblem = signal<(() => string) | null>(null);
// Another link: what was said of the one before, or of what was typed, is of no use.
effect(() => {
  if (linkedPeerId.value !== null) dialText.value = linkedPeerId.value;
  dialProblem.value = brokenLink.value ? () => firstWords.value.brokenLink : null;
});
/** The same, in the language of now; empty when there is nothing to say. */
export const dialSentence = computed(() => dialProblem.value?.() ?? "");

/** Calls, unless it is known that nothing would come of it. */
export function dial(actions: Actions, peerId: PeerId, options?: Parameters<Actions["placeCall"]>[1]): void {
  const isAway = localPeerId.value === null; // Nobody could be asked yet; the line says why.
  dialProblem.value = isAway
    ? () => lineSentence.value
    : isRelayStuck.value
    ? () => firstWords.value.hiddenAndNoRelay
    : null;
  if (dialProblem.value === null) actions.placeCall(peerId, options);
}

export function DialForm({ actions }: { actions: Actions }) {
  const fieldRef = useRef<HTMLInputElement>(null);
  const problem = dialSentence.value;
  const words = firstWords.value;
  const ScanButton = scanButton.value;

  const handleSubmit = (event: Event) => {
    event.preventDefault();
    const found = obstacle.value;
    if (found !== null) return void (dialProblem.value = () => statusSentence(found));
    const peerId = readLink(dialText.value);
    if (peerId !== null && peerId !== localPeerId.value) return dial(actions, peerId);
    const why = peerId !== null ? "ownId" : dialText.value.trim() === "" ? "emptyId" : "unreadableId";
    dialProblem.value = () => firstWords.value[why];
    fieldRef.current?.focus();
  };

  return (
    <form class="dial" onSubmit={handleSubmit} noValidate>
      <label for="dial-field">{words.idOrLink}</label>
      <div class="dial-row">
        <input
          id="dial-field"
          ref={fieldRef}
          class="field"
          type="text"
          value={dialText.value}
          placeholder={words.pasteOrType}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          enterKeyHint="go"
          aria-invalid={problem !== ""}
          aria-describedby="dial-problem"
          onInput={(event) => {
            dialText.value = event.currentTarget.value;
            dialProblem.value = null;
          }}
        />
        {ScanButton !== null && <ScanButton />}
        <p id="dial-problem" class="problem">{problem}</p>
        <button
          type="submit"
          class="button primary"
          disabled={localPeerId.value === null && obstacle.value === null}
          {...unable()}
        >
          <PhoneIcon />
          {words.call}
        </button>
      </div>
    </form>
  );
}
