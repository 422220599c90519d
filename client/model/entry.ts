/**
 * By what this page asks somebody to be let in who does not let everybody ring: the invitation in the link that it was
 * given, or a knock. It goes with the offer, which is proved as a whole. Loaded with the calls.
 */

import { signal } from "@preact/signals";
import type { PeerId } from "../../signaling/protocol.ts";
import { decodeEscapes } from "../identity/peer_id_text.ts";
import { links } from "./links.ts";

/** What the next offer to somebody says, and no other. */
export const knocks = new Map<PeerId, string>();

/** Who was knocked at, as their pages have said: they were not in a call then, and may be later. */
export const knocked = signal<ReadonlySet<PeerId>>(new Set());

/** The end of an own link that invites: only letters and digits, which no program on the way changes. */
const TICKET = /#[^#/]*\/[^#/]*\/([0-9a-z]{150,180})(?![0-9a-z])/i;

/** Reads the invitation in the latest link to somebody; undefined if it has none. */
export function findTicket(peerId: PeerId): string | undefined {
  const [, link = ""] = links.value.findLast(([linkedId]) => linkedId === peerId) ?? [];
  return decodeEscapes(decodeEscapes(link)).match(TICKET)?.[1]?.toLowerCase(); // A link in a link is written so twice.
}

/** What an offer to them asks by; undefined where it just rings. */
export function entryTo(peerId: PeerId): string | undefined {
  const knock = knocks.get(peerId);
  knocks.delete(peerId);
  const ticket = findTicket(peerId);
  return knock ?? (ticket && `invite ${ticket}`);
}
