/** Decides which messages are not worth sending once another one is. Pure; `channel.ts` drops them from its queue. */

import type { CallMessage } from "../call/call.ts";
import type { NumberedMessage } from "./channel_options.ts";
import { afterOf } from "./incoming_stream.ts";

/** Nothing of the call follows it. */
export function isLastWord(message: CallMessage): boolean {
  return message.type === "hang-up" || (message.type === "video-offer-response" && !message.accepted);
}

/**
 * Tells whether `later` makes `earlier` useless. An answer outlives an offer: the other end waits for it, and may take
 * no offer before it has come. With `isLatest` the later one is all that its feature still has to say.
 */
export function isSuperseded(earlier: CallMessage, later: CallMessage, { isLatest }: { isLatest: boolean }): boolean {
  if (isLastWord(later)) return true;
  if (isLatest) return earlier.type === later.type && featureIn(earlier) === featureIn(later);
  switch (later.type) {
    case "description":
      if (earlier.type !== "description" && earlier.type !== "ice-candidate") return false;
      if (earlier.connectionId === undefined || earlier.connectionId === later.connectionId) return false;
      return earlier.type === "ice-candidate" || earlier.description.type === "offer" ||
        later.description.type === "answer";
    case "call-claimed":
      return earlier.type === "call-claimed" && earlier.claimedBy === later.claimedBy;
    default:
      return false;
  }
}

function featureIn(message: CallMessage): string | null {
  return message.type === "feature" ? message.feature : null;
}

/** Adds `latest` to what waits and drops what it supersedes; what comes behind a gap is told where that begins. */
export function dropSuperseded<T extends { message: NumberedMessage }>(
  waiting: readonly T[],
  latest: T,
  how: { readonly isLatest: boolean },
): T[] {
  const kept: T[] = [];
  let gapAfter: number | null = null;
  for (const pending of [...waiting, latest]) {
    if (pending !== latest && isSuperseded(pending.message, latest.message, how)) {
      gapAfter ??= afterOf(pending.message);
      continue;
    }
    if (gapAfter !== null) pending.message = { ...pending.message, after: gapAfter };
    gapAfter = null;
    kept.push(pending);
  }
  return kept;
}
