/** Has the sound of an element go to the speaker that the person has chosen, where the browser can do that. */

import { useSignalEffect } from "@preact/signals";
import type { RefObject } from "preact";
import { attempt } from "../../bounds/attempt.ts";
import { speakerId } from "../../model/state.ts";

export function useSpeaker(ref: RefObject<HTMLAudioElement | null>): void {
  useSignalEffect(() => {
    const deviceId = speakerId.value;
    // One that has just gone is refused, and another is chosen then.
    attempt("use the speaker", () => ref.current?.setSinkId?.(deviceId));
  });
}
