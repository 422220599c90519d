/** The invitations that the person has made and that may still ring, to be taken back; shared by all tabs. */

import { signal } from "@preact/signals";
import { count, type Guard, isBoolean, readBy, shape, text } from "../../../signaling/protocol/guards.ts";
import { KeptList } from "../../kept/kept.ts";
import type { KeptStore } from "../../kept/kept_store.ts";
import type { Invitation } from "./invite.ts";

/** Those that are kept, the latest; others work all the same. */
export const MADE_MAX = 50;

export const madeInvites = signal<readonly Invitation[]>([]);

const isInvitation: Guard<Invitation> = shape({ nonce: text(16), isOnce: isBoolean, untilMinute: count() });

/** Notes one that was made; those that are over need not be remembered. */
export function noteMade(made: readonly Invitation[], invitation: Invitation, nowMs: number): readonly Invitation[] {
  return [invitation, ...made.filter(({ untilMinute }) => untilMinute * 60_000 > nowMs)];
}

/** @param store this page's, unless told otherwise */
export function createMadeInvites(store?: KeptStore): KeptList<Invitation> {
  return new KeptList({
    key: "made-invitations",
    readItem: readBy(isInvitation),
    max: MADE_MAX,
    show: (made) => madeInvites.value = made,
  }, store);
}
