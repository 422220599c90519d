/** How screens find the chat of a call, what they show of it, and its figures. */

import type { Feature, FeatureKey } from "../../feature/feature.ts";

/** Most of one message, in UTF-16 units; JSON makes six bytes of one at the worst, and a message may have 64 KiB. */
export const TEXT_MAX = 4_000;

/**
 * How far a message has come: not said yet, or not known to have come; taken by the other end's page; or not to be said.
 * `heard` is one of the other end's.
 */
export type ChatStage = "waiting" | "delivered" | "failed" | "heard";

export type ChatEntry = {
  /** Its own among all entries of the call. */
  readonly key: number;
  readonly text: string;
  /** Wall-clock time at which it was written here, or came. */
  readonly atMs: number;
  readonly stage: ChatStage;
};

export type ChatView = {
  readonly entries: readonly ChatEntry[];
  /** Older ones were let go of. */
  readonly isCut: boolean;
  readonly isRemoteTyping: boolean;
  /** Messages of the other end since the person looked last. */
  readonly unreadCount: number;
};

export interface ChatFeature extends Feature<ChatView> {
  /** Says a text; one for which there is no room shows as failed. What is empty or too long is not said at all. */
  say(text: string): void;
  /** Says a message once more that could not be said. */
  sayAgain(key: number): void;
  /** The person is writing, or has stopped. */
  noteTyping(isTyping: boolean): void;
  /** The person has seen all that there is. */
  markRead(): void;
}

export const CHAT: FeatureKey<ChatFeature> = { name: "chat" };
