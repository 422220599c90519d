/** Links to people that this page has come by; `called_name.ts` reads the names in them. */

import { signal } from "@preact/signals";
import type { PeerId } from "../../signaling/protocol.ts";
import { readPeerId } from "../identity/peer_id_text.ts";

const LINKS_MAX = 8;

/** Each as it was opened or pasted, with the ID in it; the latest last. */
export const links = signal<readonly (readonly [PeerId, string])[]>([]);

/** Reads the ID in what was opened or pasted, and notes what came with it; null if there is none. */
export function readLink(text: string): PeerId | null {
  const peerId = readPeerId(text);
  if (peerId !== null && text !== peerId) links.value = [...links.value, [peerId, text] as const].slice(-LINKS_MAX);
  return peerId;
}
