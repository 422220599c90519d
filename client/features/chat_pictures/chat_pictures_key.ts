/** How screens find the pictures of a chat, and what they show of them. */

import type { Feature, FeatureKey } from "../../feature/feature.ts";

/**
 * An own one is `waiting` until the other end has it, `delivered` then, or `failed`. One of the other end's is `hidden`
 * until it is asked for, since nothing has looked into it before; then `shown` or `failed`.
 */
export type PictureStage = "waiting" | "delivered" | "hidden" | "shown" | "failed";

/**
 * - `unreadable`: what was to be sent is no picture that this browser knows
 * - `unshowable`: what came is none
 * - `too-many`: it stands for those that were left out
 * - `too-large`: it could not be made small enough
 * - `unavailable`: it did not reach the other end
 */
export type PictureProblem = "unreadable" | "unshowable" | "too-many" | "too-large" | "unavailable";

export type PictureView = {
  readonly key: number;
  readonly isOwn: boolean;
  /** Wall-clock time at which it was sent, or came. */
  readonly atMs: number;
  readonly stage: PictureStage;
  /** A `blob:` that lasts as long as the picture is in the list; null while nobody can see it. */
  readonly url: string | null;
  readonly problem: PictureProblem | null;
};

export type ChatPicturesView = {
  /** In the order in which they were sent and came. */
  readonly pictures: readonly PictureView[];
  /** Those of the other end since the person looked last. */
  readonly unreadCount: number;
};

export interface ChatPicturesFeature extends Feature<ChatPicturesView> {
  /** Sends pictures, one after another, as fast as the other end takes them. */
  add(files: readonly Blob[]): void;
  /** Sends one again that did not reach the other end. */
  sendAgain(key: number): void;
  /** Looks into one of the other end's, and shows it. */
  show(key: number): Promise<void>;
  markRead(): void;
}

export const CHAT_PICTURES: FeatureKey<ChatPicturesFeature> = { name: "chat-pictures" };
