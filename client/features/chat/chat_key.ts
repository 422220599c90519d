/** How screens find the chat of a call, and what they show of it. */

import type { Feature, FeatureKey } from "../../feature/feature.ts";

/**
 * How far a message has come: not said yet, or not known to have come; taken by the other end's page; or not to be said.
 * `heard` is one of the other end's.
 */
export type ChatStage = "waiting" | "delivered" | "failed" | "heard";

export type ChatEntry = {
  /** Its own among all entries of the call. */
  readonly key: number;
  /** The writer's own among all that they have written to the other; 0 of a page that gives none. */
  readonly id: number;
  readonly text: string;
  /** Wall-clock time at which it was written. */
  readonly atMs: number;
  readonly stage: ChatStage;
};

export type ChatView = {
  readonly entries: readonly ChatEntry[];
  /** Older ones were let go of. */
  readonly isCut: boolean;
  readonly isRemoteTyping: boolean;
  /** What the other end's person is typing, if they show it; empty otherwise. */
  readonly remoteDraft: string;
  /** Whether this person shows what they type. */
  readonly isLive: boolean;
  /** Messages of the other end since the person looked last. */
  readonly unreadCount: number;
  /** Whether this person wants the chat kept, and whether the other does: only if both do it is. */
  readonly isWished: boolean;
  readonly isRemoteWished: boolean;
  /** Messages of this chat that this browser keeps. */
  readonly keptCount: number;
};

export interface ChatFeature extends Feature<ChatView> {
  /** Says a text; one for which there is no room shows as failed. What is empty or too long is not said at all. */
  say(text: string): void;
  /** Says a message once more that could not be said. */
  sayAgain(key: number): void;
  /** The person has written this so far, and not sent it. */
  noteDraft(draft: string): void;
  /** The person has seen all that there is. */
  markRead(): void;
  /** The person shows what they type as they type it, in all calls, or does not any more. */
  setLive(isLive: boolean): void;
  /** The person wants this chat kept on their device, or not any more. */
  setWish(isWished: boolean): void;
  /** Deletes what is kept, and takes what was there before this call off the screen; what waits of it is not said. */
  deleteKept(): void;
}

export const CHAT: FeatureKey<ChatFeature> = { name: "chat" };
