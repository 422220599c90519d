/**
 * Parses what clients send: of a peer message only the envelope, of the rest everything. It is the half of
 * `protocol.ts` that the client has no use for. Pure; `session.ts` calls it for each message.
 */

import {
  type ClientMessage,
  type ErrorCode,
  isOfPeers,
  isPeerId,
  isPresenceTopic,
  isServerType,
  isTopics,
  isTypeName,
  parseObject,
  type PeerEnvelope,
  PRESENCE_TOPICS_MAX,
  type RegisterMessage,
} from "../protocol.ts";
import { parsePushMessage } from "../protocol/push.ts";
import { PEER_MESSAGE_TYPES } from "../protocol/peer_messages.ts";

/** What `parseClientMessage` says of a text that is no message. */
export type Refusal = { type: "refusal"; code: ErrorCode; message: string };

function refuse(code: ErrorCode, message: string): Refusal {
  return { type: "refusal", code, message };
}

function parseRegister({ publicKey, signature, presenceTopic }: Record<string, unknown>): RegisterMessage | Refusal {
  const message: RegisterMessage = { type: "register" };
  if (isPresenceTopic(presenceTopic)) message.presenceTopic = presenceTopic;
  else if (presenceTopic !== undefined) {
    return refuse("bad-message", "Cannot register: presenceTopic is not 16 bytes in base64url");
  }
  if (publicKey === undefined && signature === undefined) return message;
  if (typeof publicKey === "string" && typeof signature === "string") return { ...message, publicKey, signature };
  return refuse("bad-message", "Cannot register: publicKey and signature must both be strings, or both absent");
}

function refuseEnvelope({ id, clientId }: Record<string, unknown>): Refusal | null {
  if (!isPeerId(id)) return refuse("bad-message", "Cannot relay message: id is not an ID");
  if (!isPeerId(clientId)) return refuse("bad-message", "Cannot relay message: clientId is not an ID");
  return null;
}

/** Parses what a server received, reading only the envelope of a peer message. Never throws. */
export function parseClientMessage(text: string): ClientMessage | Refusal {
  const message = parseObject(text);
  if (message === null) return refuse("bad-message", "Cannot read message: it is not a JSON object");
  const { type } = message;
  if (typeof type !== "string") return refuse("bad-message", "Cannot read message: type is not a string");
  if (PEER_MESSAGE_TYPES.has(type)) return refuseEnvelope(message) ?? message as PeerEnvelope;
  if (type === "ping" || type === "pong" || type === "ice-servers-request") return { type };
  if (type === "register") return parseRegister(message);
  if (type === "presence-request") {
    const { topics } = message;
    if (isTopics(topics)) return { type, topics };
    return refuse(
      "bad-message",
      `Cannot tell who is online: topics is no list of at most ${PRESENCE_TOPICS_MAX} topics`,
    );
  }
  if (type === "push") {
    return parsePushMessage(message) ??
      refuse("bad-message", "Cannot push: a field is missing, malformed or too large");
  }
  // A page may be newer than this server. What it says to peers is theirs to understand.
  if (isOfPeers(message) && isTypeName(type) && !isServerType(type)) {
    const { id, clientId } = message as PeerEnvelope;
    return refuseEnvelope(message) ?? { type: "other", id, clientId };
  }
  return refuse("unknown-type", "Cannot read message: its type is none of the protocol's");
}
