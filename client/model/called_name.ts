/**
 * What somebody is called before they answer: what the person calls them, or the name that they had when this browser
 * last talked with them, or else what their link says, as long as nobody else who is known has that name. Loaded with
 * the calls.
 */

import type { PeerId } from "../../signaling/protocol.ts";
import { readLinkName } from "../identity/link_name.ts";
import { cleanName } from "../identity/name.ts";
import { isOthersName } from "../kept/people/acquaintances.ts";
import { findPeer, hasHadName, nameOf } from "../kept/people/known_peers.ts";
import { links } from "./links.ts";
import { type CalledName, knownPeers, nameLook } from "./state.ts";

export function findCalledName(peerId: PeerId): CalledName | null {
  const known = knownPeers.value;
  const knownName = nameOf(findPeer(known, peerId));
  if (knownName !== null) return { name: knownName, isProved: true };
  const name = links.value.reduceRight<string | null>(
    (found, [linkedId, text]) => found ?? (linkedId === peerId ? cleanName(readLinkName(text)) : null),
    null,
  );
  if (name === null || isOthersName(known, peerId, name, nameLook.value)) return null;
  return { name, isProved: hasHadName(known, peerId, name) };
}
