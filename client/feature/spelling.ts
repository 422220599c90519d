/**
 * How features appear on the wire: as `feature`, or under a type of their own if they are older than that. Above the
 * line they are all `feature`. Pure.
 */

import type { PeerMessage, SealedMessage } from "../../signaling/protocol.ts";
import { parsePeerMessage } from "../../signaling/protocol/peer_messages.ts";
import type { CallMessage } from "../call/call.ts";
import type { FeatureEntry } from "./feature.ts";

/** What tells a feature's messages from others. */
export type Spelling = Pick<FeatureEntry, "name" | "type">;

/** Says it for the feature. */
export function encodeFeature({ name, type }: Spelling, body: object): CallMessage {
  return type === undefined ? { type: "feature", feature: name, body } : { ...body, type };
}

/** Whose a message is, by its envelope; null if it is the call's own, or of no feature that is known here. */
export function featureOf({ type, feature }: SealedMessage, features: readonly Spelling[]): string | null {
  const found = type === "feature"
    ? features.find(({ name }) => name === feature)
    : features.find((each) => each.type === type);
  return found?.name ?? null;
}

/** Reads the body: of a feature's message none of what the feature says; null for what this page does not know. */
export function readMessage(sealed: SealedMessage, features: readonly Spelling[]): PeerMessage | null {
  const older = features.find(({ type }) => type === sealed.type);
  if (older === undefined) return parsePeerMessage(sealed);
  return parsePeerMessage({ ...sealed, type: "feature", feature: older.name, body: sealed });
}
