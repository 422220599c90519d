/**
 * All that a client can receive, parsed at once. For programs that look at a whole conversation, the doctor and the tests;
 * the page reads the envelope first, and the body when its turn has come.
 */

import { parseEnvelope, parseObject, parseServerMessage, type PeerMessage, type ServerMessage } from "./protocol.ts";
import { parsePeerMessage } from "./protocol/peer_messages.ts";

/** Parses the whole of what a client received, from the server or from a peer; null if it is no message of this page. */
export function parseMessage(text: string): ServerMessage | PeerMessage | null {
  const message = parseObject(text);
  const sealed = parseEnvelope(message);
  return sealed === null ? parseServerMessage(message) : parsePeerMessage(sealed);
}
