/** Which messages are no longer worth saying once another is said. Pure; `channel.ts` drops them from what waits. */

import type { CallMessage } from "./call.ts";
import type { NumberedMessage } from "./channel.ts";
import { afterOf } from "./incoming_stream.ts";

/** Nothing of the call follows it. */
export function isLastWord(message: CallMessage): boolean {
  return message.type === "hang-up" || (message.type === "video-offer-response" && !message.accepted);
}

/**
 * Tells whether `later` makes `earlier` useless. An answer outlives an offer: the other end waits for it, and may take
 * no offer before it has come.
 */
export function isSuperseded(earlier: CallMessage, later: CallMessage): boolean {
  if (isLastWord(later)) return true;
  switch (later.type) {
    case "description":
      if (earlier.type !== "description" && earlier.type !== "ice-candidate") return false;
      if (earlier.connectionId === undefined || earlier.connectionId === later.connectionId) return false;
      return earlier.type === "ice-candidate" || earlier.description.type === "offer" ||
        later.description.type === "answer";
    case "media-state":
      return earlier.type === "media-state";
    case "call-claimed":
      return earlier.type === "call-claimed" && earlier.claimedBy === later.claimedBy;
    default:
      return false;
  }
}

/** Adds `latest` to what waits and drops what it supersedes; what comes behind a gap is told where that begins. */
export function dropSuperseded<T extends { message: NumberedMessage }>(waiting: readonly T[], latest: T): T[] {
  const kept: T[] = [];
  let gapAfter: number | null = null;
  for (const pending of [...waiting, latest]) {
    if (pending !== latest && isSuperseded(pending.message, latest.message)) {
      gapAfter ??= afterOf(pending.message);
      continue;
    }
    if (gapAfter !== null) pending.message = { ...pending.message, after: gapAfter };
    gapAfter = null;
    kept.push(pending);
  }
  return kept;
}
