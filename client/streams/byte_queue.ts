/**
 * A queue of bytes, counted from the start of their stream: added at the end, read anywhere, dropped from the front. It
 * copies into blocks of one size, so a million single bytes take no more memory than one piece of a million. Pure; its
 * user keeps it bounded.
 */

export const BLOCK_BYTES = 16_384;

export type Bytes = Uint8Array<ArrayBuffer>;

export class ByteQueue {
  #blocks: Bytes[] = [];
  /** Where in the stream the first block begins. */
  #blockStart = 0;
  #start = 0;
  #end = 0;

  /** Where in the stream the first byte stands that is still held. */
  get start(): number {
    return this.#start;
  }

  /** Where in the stream the next byte will stand. */
  get end(): number {
    return this.#end;
  }

  get length(): number {
    return this.#end - this.#start;
  }

  push(bytes: Uint8Array): void {
    for (let taken = 0; taken < bytes.length;) {
      const used = this.#end - this.#blockStart;
      const at = used % BLOCK_BYTES;
      if (used === this.#blocks.length * BLOCK_BYTES) this.#blocks.push(new Uint8Array(BLOCK_BYTES));
      const part = bytes.subarray(taken, taken + BLOCK_BYTES - at);
      this.#blocks.at(-1)?.set(part, at);
      taken += part.length;
      this.#end += part.length;
    }
  }

  /** Copies up to `length` bytes from a place in the stream on, which must still be held. */
  slice(from: number, length: number): Bytes {
    const bytes = new Uint8Array(Math.max(0, Math.min(length, this.#end - from)));
    for (let copied = 0; copied < bytes.length;) {
      const index = from + copied - this.#blockStart;
      const at = index % BLOCK_BYTES;
      const part = this.#blocks[Math.floor(index / BLOCK_BYTES)]?.subarray(at, at + bytes.length - copied);
      if (part === undefined) throw new RangeError("Cannot read bytes that were forgotten");
      bytes.set(part, copied);
      copied += part.length;
    }
    return bytes;
  }

  /** Forgets all that stands before a place in the stream. */
  dropTo(start: number): void {
    this.#start = Math.min(Math.max(start, this.#start), this.#end);
    const done = Math.floor((this.#start - this.#blockStart) / BLOCK_BYTES);
    this.#blocks.splice(0, done);
    this.#blockStart += done * BLOCK_BYTES;
  }

  /** Forgets everything. */
  clear(): void {
    this.dropTo(this.#end);
    this.#blocks = [];
    this.#blockStart = this.#end;
  }
}
