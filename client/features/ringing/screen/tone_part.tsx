/** By which tone calls ring, and a try of it. */

import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { speakerId } from "../../../model/state.ts";
import { TestRing } from "../test_ring.ts";
import { TONE_NAMES, type ToneName, toneName } from "../tones.ts";
import { ringingWords } from "./ringing_words.ts";
import { toneSetting } from "./tone_setting.ts";

export function TonePart() {
  const words = ringingWords.value;
  const test = useRef(new TestRing()).current;
  const isHeard = useSignal<boolean | null>(null);
  useEffect(() => () => test.stop(), []);
  const ring = async () => {
    isHeard.value = null;
    try {
      isHeard.value = await test.play(speakerId.peek());
    } catch (error) {
      console.warn("Cannot ring:", error);
      isHeard.value = false;
    }
  };
  return (
    <section>
      <label class="device-choice">
        <span>{words.tone}</span>
        <select
          value={toneName.value}
          onChange={({ currentTarget }) => toneSetting.change(() => currentTarget.value as ToneName)}
        >
          {TONE_NAMES.map((name) => <option key={name} value={name}>{words.tones[name]}</option>)}
        </select>
      </label>
      <button type="button" class="button tonal" onClick={() => void ring()}>{words.testRing}</button>
      <p class={isHeard.value === false ? "problem" : "quiet"} role="status">
        {isHeard.value === null ? words.toneNote : isHeard.value ? words.heard : words.unheard}
      </p>
    </section>
  );
}
