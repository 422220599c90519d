/** How screens find the sending of files in a call, and what they show of it. */

import type { Feature, FeatureKey } from "../../feature/feature.ts";

/** 128 random bits that the sender chooses, as 22 of base64url. */
export type TransferId = string & { readonly __brand: "TransferId" };

/**
 * `offered` until the receiver accepts. `interrupted` is one that goes on when both are connected again and the sender
 * still has the files. What is `done` has come, whole: an incoming one is kept here until it is saved, an outgoing one has
 * been.
 */
export type TransferStage =
  | "offered"
  | "moving"
  | "paused"
  | "interrupted"
  | "done"
  | "declined"
  | "cancelled"
  | "failed";

/**
 * - `no-room`, `memory`: this browser has no room for so much, or may only keep so much in its memory
 * - `storage`: what came could not be written
 * - `unasked`: the browser did not ask where to save it
 * - `unreadable`: the sender's file was moved, changed or taken away
 * - `corrupt`: what came was not what was sent, however often it was asked for
 * - `unavailable`: one of the ends cannot do this now
 */
export type TransferProblem = "no-room" | "memory" | "storage" | "unasked" | "unreadable" | "corrupt" | "unavailable";

export type TransferView = {
  readonly id: TransferId;
  readonly isOutgoing: boolean;
  /** With names that are safe to show. */
  readonly files: readonly { readonly path: string; readonly size: number }[];
  readonly bytes: number;
  readonly doneBytes: number;
  /** Null while it cannot be told. */
  readonly bytesPerSecond: number | null;
  readonly stage: TransferStage;
  /** Why it failed, or cannot be accepted. */
  readonly problem: TransferProblem | null;
  /** The person has it where they wanted it. */
  readonly isSaved: boolean;
  /** It is here, and can be put there (again). */
  readonly canBeSaved: boolean;
};

export type FilesView = {
  readonly transfers: readonly TransferView[];
  /** More was to be sent at once than there may be. */
  readonly isTooMany: boolean;
};

/** A file as the person chose it; its path is its name alone, or begins with the folder that was chosen. */
export type PickedFile = { readonly path: string; readonly file: File };

export interface FilesFeature extends Feature<FilesView> {
  /** Offers files to the other end, all of them in one. */
  offer(files: readonly PickedFile[]): void;
  /** Takes what the other end offers. Call it while the person presses: the browser may ask them where to put it. */
  accept(id: TransferId): Promise<void>;
  pause(id: TransferId): void;
  resume(id: TransferId): void;
  /** Declines what is offered, and gives up what is under way. */
  cancel(id: TransferId): void;
  /** Puts what has come where the person says, or among their downloads. Call it while they press. */
  save(id: TransferId): Promise<void>;
  /** Takes one that is over off the list. */
  dismiss(id: TransferId): void;
}

export const FILES: FeatureKey<FilesFeature> = { name: "files" };
