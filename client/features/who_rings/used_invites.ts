/** The invitations for one call that were used, and all that were taken back; shared by all tabs, while they would be good. */

import { count, type Guard, readBy, shape, text } from "../../../signaling/protocol/guards.ts";
import { KeptList } from "../../kept/kept.ts";
import type { KeptStore } from "../../kept/kept_store.ts";
import type { Invitation } from "./invite.ts";

export type UsedInvite = { readonly nonce: string; readonly callId: string; readonly untilMinute: number };

/** Those that are kept; only the person can make more. */
export const USED_MAX = 500;

const isUsedInvite: Guard<UsedInvite> = shape({ nonce: text(16), callId: text(64), untilMinute: count() });

/** Stands for the call of one that was taken back. */
const TAKEN_BACK = "";

/** Whether the invitation rings for this call: it may be offered more than once, and to several tabs. */
export function mayUse(used: readonly UsedInvite[], { nonce, isOnce }: Invitation, callId: string): boolean {
  const use = used.find((other) => other.nonce === nonce);
  return use === undefined || use.callId !== TAKEN_BACK && (!isOnce || use.callId === callId);
}

/** Has the invitation ring no more. */
export function takeBack(used: readonly UsedInvite[], invitation: Invitation, nowMs: number): readonly UsedInvite[] {
  return noteUsed(used.filter(({ nonce }) => nonce !== invitation.nonce), invitation, TAKEN_BACK, nowMs);
}

/** Notes that it was used; those that are over need not be remembered. */
export function noteUsed(
  used: readonly UsedInvite[],
  { nonce, untilMinute }: Invitation,
  callId: string,
  nowMs: number,
): readonly UsedInvite[] {
  if (used.some((other) => other.nonce === nonce)) return used;
  return [{ nonce, callId, untilMinute }, ...used.filter((other) => other.untilMinute * 60_000 > nowMs)];
}

/** @param store this page's, unless told otherwise */
export function createUsedInvites(store?: KeptStore): KeptList<UsedInvite> {
  // With a copy, or one could be used again while the store is slow.
  return new KeptList({
    key: "used-invitations",
    readItem: readBy(isUsedInvite),
    max: USED_MAX,
    hasCopy: true,
    show: () => {},
  }, store);
}

/**
 * This page's. Here, and not with what judges by it: that is loaded by `import()`, of which the build makes another module
 * than of what is imported with the screens.
 */
export const usedInvites = createUsedInvites();
