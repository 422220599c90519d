/**
 * What is said of calls on hold to whoever hears the page: which are, and what has become of those that were. Pure. By
 * people, since a call that goes on after its page was loaded again is another one with the same person.
 */

import type { CallView } from "../../../conversation/call_views.ts";
import type { PeerId } from "../../../../signaling/protocol.ts";
import type { HoldWords } from "../../../words/en/features/hold.ts";

type HeldView = Pick<CallView, "remotePeerId" | "remoteName" | "phase" | "isHeld" | "isRemoteHeld">;

/** Those on hold, as they were looked at last, and what was said then. */
export type SaidOfHolds = {
  /** By whom each is on hold, and what its other end is called. */
  readonly held: ReadonlyMap<PeerId, { readonly kind: HoldKind; readonly who: string }>;
  readonly sentences: readonly string[];
};
export type HoldKind = "own" | "theirs" | "both";

export const NOTHING_HELD: SaidOfHolds = { held: new Map(), sentences: [] };

export function holdKindOf({ isHeld, isRemoteHeld }: Pick<CallView, "isHeld" | "isRemoteHeld">): HoldKind | null {
  if (isHeld) return isRemoteHeld ? "both" : "own";
  return isRemoteHeld ? "theirs" : null;
}

export function sayHolds(before: SaidOfHolds, calls: readonly HeldView[], words: HoldWords): SaidOfHolds {
  const held = new Map(calls.flatMap((call) => {
    const [kind, who] = [call.phase === "ended" ? null : holdKindOf(call), call.remoteName ?? call.remotePeerId];
    return kind === null ? [] : [[call.remotePeerId, { kind, who }] as const];
  }));
  const isSame = held.size === before.held.size &&
    [...held].every(([peerId, { kind }]) => before.held.get(peerId)?.kind === kind);
  if (isSame) return before;
  const gone = [...before.held].filter(([peerId]) => !held.has(peerId)).flatMap(([peerId, { who }]) => {
    const call = calls.find(({ remotePeerId }) => remotePeerId === peerId);
    // The end of one that has the screen is said there.
    return call === undefined ? [words.heldEnded(who)] : call.phase === "ended" ? [] : [words.resumed(who)];
  });
  return { held, sentences: [...gone, ...[...held.values()].map(({ kind, who }) => words.said[kind](who).join(""))] };
}
