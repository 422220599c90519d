/** Whether anybody could hear the person. */

import { localMedia } from "./state.ts";

/** What has failed counts as off, so that a press tries again. */
export function isSilent(): boolean {
  const { isMuted, audioProblem } = localMedia.value;
  return isMuted || (audioProblem !== null && audioProblem !== "starting");
}
