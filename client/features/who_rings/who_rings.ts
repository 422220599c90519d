/**
 * Who may ring, as the person has set it: asked at the door, before anything rings (`front_door.ts`). Loads where the
 * person has ever set it, or has made an invitation; where they have not, everybody rings.
 *
 * Whom the person calls or is in a call with is always let in: the call is what the person wants.
 */

import { effect } from "@preact/signals";
import type { CallId, DeclineReason, PeerId } from "../../../signaling/protocol.ts";
import { dropOldest } from "../../../signaling/protocol/drop_oldest.ts";
import type { Offer } from "../../call/call.ts";
import { cleanName } from "../../identity/name.ts";
import { isContact } from "../../kept/people/known_peers.ts";
import { calls, knownPeers } from "../../model/state.ts";
import { ENTRY, readLine } from "../../proof/told_features.ts";
import { createDialledList, isDialled, noteDialled } from "./dialled.ts";
import { readInvitation } from "./invite.ts";
import { readKnock } from "./knock.ts";
import { hearKnock } from "./knocks.ts";
import { judgeRing } from "./ring_rules.ts";
import { mayUse, noteUsed, usedInvites } from "./used_invites.ts";
import { whoRings } from "./who_rings_setting.ts";

/** Calls that are remembered as placed: more than are on at once. */
const PLACED_MAX = 32;

const dialled = createDialledList();
const placed = new Set<CallId>();

effect(() => {
  for (const { callId, isOutgoing, remotePeerId: peerId } of calls.value) {
    if (!isOutgoing || placed.has(callId)) continue;
    placed.add(callId);
    dropOldest(placed, PLACED_MAX);
    const atMs = Date.now();
    dialled.change((before) => noteDialled(before, { peerId, atMs }));
  }
});

function isInCallWith(peerId: PeerId): boolean {
  return calls.peek().some(({ remotePeerId, phase }) =>
    remotePeerId === peerId && phase !== "incoming" && phase !== "ended"
  );
}

/** Whether an offer presents an invitation that is good, and uses it if it is for one call. */
async function isInvited({ callId, clientId }: Offer, entry: string | undefined): Promise<boolean> {
  const invitation = await readInvitation(entry, clientId, Date.now());
  if (invitation === null || !mayUse(usedInvites.value, invitation, callId)) return false;
  const nowMs = Date.now();
  if (invitation.isOnce) usedInvites.change((before) => noteUsed(before, invitation, callId, nowMs));
  return true;
}

/** What the caller of an offer whose proof stands is told in place of ringing; null if it rings. A knock is heard. */
export async function refusalOf(offer: Offer): Promise<DeclineReason | null> {
  const { id: peerId, name, description } = offer;
  if (isInCallWith(peerId)) return null;
  const entry = readLine(description.sdp, ENTRY);
  const text = readKnock(entry);
  const refusal = judgeRing(whoRings.peek(), {
    isContact: isContact(knownPeers.peek(), peerId),
    isDialled: isDialled(dialled.value, peerId, Date.now()),
    isInvited: whoRings.peek() !== "nobody" && await isInvited(offer, entry),
    isKnocking: text !== null,
  });
  if (refusal === "contacts-only" && text !== null) hearKnock({ peerId, name: cleanName(name), text });
  return refusal;
}
