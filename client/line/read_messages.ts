/**
 * How a line reads the other end's messages: first the envelope, to number and acknowledge them, then the body when its
 * turn has come. Pure; used by `call_line.ts` and `channel.ts`.
 */

import {
  type CallId,
  parseEnvelope,
  parseObject,
  type PeerId,
  type PeerMessage,
  type SealedMessage,
} from "../../signaling/protocol.ts";
import { readMessage, type Spelling } from "../feature/spelling.ts";
import { parsePeerMessage } from "../../signaling/protocol/peer_messages.ts";
import type { NumberedMessage } from "./channel_options.ts";

/** The call that a control channel is of, and who has it. */
type Ends = { readonly callId: CallId; readonly localPeerId: PeerId; readonly remotePeerId: PeerId };

/** Reads the envelope of what came over `control`: null where it is none, or of anything but this call of these two. */
export function readControl(text: string, { callId, localPeerId, remotePeerId }: Ends): SealedMessage | null {
  const message = parseEnvelope(parseObject(text));
  if (message?.callId !== callId || message.id !== remotePeerId || message.clientId !== localPeerId) return null;
  return message;
}

/** What answers or asks out of turn, and so has no number. */
export function isAside({ type }: SealedMessage): boolean {
  return type === "ack" || type === "call-query" || type === "no-call";
}

/** Reads one of those; null for what this page cannot read. */
export function readAside(sealed: SealedMessage): Exclude<PeerMessage, NumberedMessage> | null {
  const message = parsePeerMessage(sealed);
  switch (message?.type) {
    case "ack":
    case "call-query":
    case "no-call":
      return message;
    default:
      return null;
  }
}

/** Reads the body; null for what this page does not know or cannot read, which holds nothing up. */
export function readBody(sealed: SealedMessage, features: readonly Spelling[]): NumberedMessage | null {
  const message = readMessage(sealed, features);
  return message !== null && "seq" in message ? message : null;
}
