/**
 * A tab that has a second ID, for a person to try a call with themselves, since all other tabs of a browser are one
 * person. What it says of that in this browser is what keeps the two from being taken for two people.
 */

import type { PeerId } from "../../signaling/protocol.ts";

/** In `sessionStorage`, of a tab that has one. */
const MARK = "trial-id";
/** In `localStorage`, of all tabs together: the second IDs that there were, the latest first. */
const IDS = "trial-ids";
const IDS_MAX = 8;

/** Whether this tab has one, from its load on. */
export function isTrial(): boolean {
  try {
    return sessionStorage.getItem(MARK) !== null;
  } catch {
    return false; // Site data is blocked, and so nobody could say so.
  }
}

/** Counts from the next load on. Throws where site data is blocked. */
export function setTrial(isOn: boolean): void {
  if (isOn) sessionStorage.setItem(MARK, "");
  else sessionStorage.removeItem(MARK);
}

function readIds(): string[] {
  return (localStorage.getItem(IDS) ?? "").split(" ");
}

/** Tells the other tabs which ID this one has. Throws where site data is blocked. */
export function noteTrialId(peerId: PeerId): void {
  localStorage.setItem(IDS, [peerId, ...readIds()].slice(0, IDS_MAX).join(" "));
}

/** Whether it is, or was, this person's own in another tab. */
export function isTrialId(peerId: PeerId): boolean {
  try {
    return readIds().includes(peerId);
  } catch {
    return false;
  }
}
