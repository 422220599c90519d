/**
 * Loads the sentences about device problems when a call begins, long before one is needed. They are not part of what
 * every page loads. Used by the screens of a call, and by the look before one.
 */

import { attempt } from "../../bounds/attempt.ts";
import type { LocalMedia, MediaTrouble } from "../../media/local_media.ts";
import type { Device, MediaWords } from "../../words/en/media.ts";
import { createPart } from "../../words/language.ts";

const words = createPart("call", "media", null);

export function loadMediaWords(): void {
  if (words.value !== null) return;
  attempt("load words", async () => {
    const { media } = await import("../../words/en/media.ts");
    words.value ??= media;
  });
}

/** All that is wrong with the own camera and microphone, one sentence for each trouble. */
export function troubleSentences(media: LocalMedia): string[] {
  return words.value === null ? [] : findTroubleSentences(media, words.value);
}

export function findTroubleSentences({ audioProblem, videoProblem }: LocalMedia, words: MediaWords): string[] {
  const isCommon = audioProblem === videoProblem;
  const say = (trouble: MediaTrouble | null, device: Device) =>
    trouble === null || trouble === "starting" ? [] : [words[trouble][device]];
  return [...say(audioProblem, isCommon ? "both" : "microphone"), ...say(isCommon ? null : videoProblem, "camera")];
}
