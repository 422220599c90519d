/**
 * Why a stream failed: one stable code for each cause, for the features that use streams. A feature turns the code into
 * a sentence; nothing here is for the screen. The ends send each other the first few by number.
 */

/** What one end tells the other of a stream that it gives up, by its place here (PROTOCOL.md, "Streams"). */
export const RESET_CODES = ["refused", "too-many", "cancelled", "aborted", "lost"] as const;
export type ResetCode = typeof RESET_CODES[number];

/**
 * - `refused`: the other end has nobody who takes streams of this label
 * - `too-many`: there are as many streams as there may be, at one of the ends
 * - `cancelled`, `aborted`: its reader, its writer, gave it up
 * - `lost`: the other end does not know the stream any more
 * - `bad-label`, `too-large`, `queue-full`, `closed`: the caller's own mistake; nothing was taken
 * - `unavailable`: one of the ends cannot do this, or has not loaded the code for it
 * - `violated`: the other end broke the rules of streams, and gets no more of them in this call
 * - `call-ended`: the call is over
 */
export type StreamErrorCode =
  | ResetCode
  | "bad-label"
  | "too-large"
  | "queue-full"
  | "closed"
  | "unavailable"
  | "violated"
  | "call-ended";

export class StreamError extends Error {
  override readonly name = "StreamError";

  constructor(readonly code: StreamErrorCode) {
    super(`Cannot go on with a stream: ${code}`);
  }
}
