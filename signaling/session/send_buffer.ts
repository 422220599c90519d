/**
 * What waits in a socket, asked of the runtime only when it may be too much: asking costs as much as reading a message.
 *
 * No more can wait than did when it was last looked at, and all that was sent since. While that is below what is asked
 * for, there is nothing to look at. `session.ts` sends through it.
 */

import type { Socket } from "./session_context.ts";

/** The most that a character takes in UTF-8, and a frame beside its text (RFC 6455 §5.2), in bytes. */
const BYTES_PER_UNIT = 3;
const FRAME_BYTES = 10;

export class SendBuffer {
  readonly #socket: Pick<Socket, "bufferedAmount" | "send">;
  #seenBytes = 0;
  #sinceBytes = 0;

  constructor(socket: Pick<Socket, "bufferedAmount" | "send">) {
    this.#socket = socket;
  }

  send(text: string): void {
    this.#sinceBytes += text.length * BYTES_PER_UNIT + FRAME_BYTES;
    this.#socket.send(text);
  }

  /** Tells whether more than `bytes` wait. */
  isOver(bytes: number): boolean {
    if (this.#seenBytes + this.#sinceBytes <= bytes) return false;
    this.#seenBytes = this.#socket.bufferedAmount;
    this.#sinceBytes = 0;
    return this.#seenBytes > bytes;
  }
}
