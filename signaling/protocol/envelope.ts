/**
 * The envelope of what peers say to each other: all that relaying, numbering and acknowledging need. A message whose type
 * this page does not know has one too; `peer_messages.ts` parses the bodies. The first screen loads this part alone. Part
 * of the protocol, which exports it; no Deno, no DOM.
 */

import { count, type Guard, type Guarded, optional, shape } from "./guards.ts";
import { type CallId, isPeerId, isToken, type PeerId, type TabId } from "./ids.ts";

const isPeer: Guard<PeerId> = isPeerId;
export const isCallId: Guard<CallId> = (value): value is CallId => isToken(value);
export const isTab: Guard<TabId> = (value): value is TabId => isToken(value);

const TYPE = /^[a-z][a-z0-9-]{0,31}$/;

/** Whether a text may be the name of a type, or of a feature. */
export function isTypeName(value: unknown): value is string {
  return typeof value === "string" && TYPE.test(value);
}

/** What every peer message carries: from whom to whom it goes, in which call, and which page of its sender says it. */
export const envelope = {
  id: isPeer,
  clientId: isPeer,
  callId: isCallId,
  tabId: isTab,
};

/** With `seq`, the page numbers what it says in the call from 1; its messages between `after` and `seq` never come. */
const isSealed = shape({
  type: isTypeName as Guard<string>,
  ...envelope,
  seq: optional(count(1)),
  after: optional(count()),
});
/** A peer message, of a type that this page may not know, of which no more than the envelope is proved. */
export type SealedMessage = Guarded<typeof isSealed> & Readonly<Record<string, unknown>>;

/** Whether a message is to or from a peer: the server says nothing of its own that has both. */
export function isOfPeers(message: Readonly<Record<string, unknown>>): boolean {
  return message["id"] !== undefined && message["clientId"] !== undefined;
}

/** Parses the envelope of what a peer has said; null if it is not well-formed, or no peer's. */
export function parseEnvelope(message: Readonly<Record<string, unknown>> | null): SealedMessage | null {
  return isSealed(message) ? message : null;
}
