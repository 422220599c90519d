/**
 * The code that watches over calls, and at the door before them. It loads right behind the code of calls, since no call needs it in its first
 * second. A call that begins without it goes on as if the other end were always there.
 */

import type { Offer } from "./call/call.ts";
import type { LookoutOptions } from "./line/lookout.ts";
import type { RecentCalls } from "./kept/recent_calls.ts";
import type { Rejoin, RejoinOptions } from "./rejoin/rejoin.ts";
import { entryTo } from "./model/entry.ts";
import type { CallId, DeclineReason, PeerId } from "../signaling/protocol.ts";

let code: typeof import("./watching.ts") | null = null;
let rejoin: Rejoin | null = null;

const loading = import("./watching.ts").then((loaded) => code = loaded)
  .catch((error: unknown) => console.warn("Cannot load what watches over calls:", error));

/** Hands over who follows calls as soon as they are there; without them strangers stay in the quiet line. */
export function whenWatching(
  start: (code: Pick<typeof import("./watching.ts"), "askBeforeLeaving" | "Persistence" | "QuietWatch">) => void,
) {
  void loading.then((code) => code && start(code));
}

/** Hands over what goes on with calls of pages before this one; without it they are over. */
export function watchLeftCalls(options: Omit<RejoinOptions, "recentCalls">, start: (rejoin: Rejoin) => void): void {
  void loading.then((code) => code && start(rejoin = code.createRejoin(options)));
}

/** Who may ring, as the person has set it; loaded where they ever have. */
async function refusalOf(offer: Offer): Promise<DeclineReason | null> {
  let copy: string | null = null;
  try {
    copy = localStorage.getItem("who-rings copy");
    return copy ? await (await import("./features/who_rings/who_rings.ts")).refusalOf(offer) : null;
  } catch {
    return copy && copy !== '"everybody"' ? "declined" : null; // Rather than let somebody ring who may not.
  }
}

export const watching = {
  entryTo,
  refusalOf,
  createLookout: (options: LookoutOptions) => code?.createLookout(options) ?? null,
  recentCalls: {
    note: (callId: CallId, peerId: PeerId) => code?.recentCalls.note(callId, peerId),
    forget: (callId: CallId) => code?.recentCalls.forget(callId),
    answer(...all: Parameters<RecentCalls["answer"]>) {
      const answer = code?.recentCalls.answer(...all) ?? null;
      return answer === null || rejoin === null ? answer : rejoin.answer(answer);
    },
    isElsewhere: async (callId: CallId) => await rejoin?.isElsewhere(callId) ?? false,
    drop(callId: CallId, peerId: PeerId) {
      code?.recentCalls.drop(callId, peerId);
      rejoin?.leave(callId);
    },
  },
};
