/** Which second IDs this person has had: what keeps them from being taken for somebody else's. */

import type { PeerId } from "../../signaling/protocol.ts";
import { isTrial } from "./trial.ts";

/** In `localStorage`, of all tabs together: the second IDs that there were, the latest first. */
const IDS = "trial-ids";
const IDS_MAX = 8;

function readIds(): string[] {
  return (localStorage.getItem(IDS) ?? "").split(" ");
}

/** Tells the other tabs which ID this one has. Throws where site data is blocked. */
export function noteTrialId(peerId: PeerId): void {
  localStorage.setItem(IDS, [peerId, ...readIds()].slice(0, IDS_MAX).join(" "));
}

/** Whether it is, or was, this person's own in another tab. */
function isTrialId(peerId: PeerId): boolean {
  try {
    return readIds().includes(peerId);
  } catch {
    return false;
  }
}

/** Whether a call with this other end is a person's with themselves. */
export function isWithOneself(peerId: PeerId): boolean {
  return isTrial() || isTrialId(peerId);
}
