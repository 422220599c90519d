/**
 * The blocks of a transfer: its files one after the other, each divided into blocks of 1 MiB of which the last may be
 * smaller, and all numbered through. Pure.
 */

export const BLOCK_BYTES = 1_048_576;

export type Place = { readonly file: number; readonly from: number; readonly length: number };

export class Blocks {
  /** The first block of each file, and behind them the number of all. */
  readonly #firsts: readonly number[];
  readonly #sizes: readonly number[];
  readonly bytes: number;

  constructor(sizes: readonly number[]) {
    const firsts = [0];
    for (const size of sizes) firsts.push((firsts.at(-1) ?? 0) + Math.ceil(size / BLOCK_BYTES));
    this.#firsts = firsts;
    this.#sizes = sizes;
    this.bytes = sizes.reduce((sum, size) => sum + size, 0);
  }

  get count(): number {
    return this.#firsts.at(-1) ?? 0;
  }

  /** Says where a block lies; null if there is no such block. */
  locate(block: number): Place | null {
    if (!Number.isSafeInteger(block) || block < 0 || block >= this.count) return null;
    let [low, high] = [0, this.#sizes.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#firsts[middle] ?? 0) <= block) low = middle;
      else high = middle - 1;
    }
    const from = (block - (this.#firsts[low] ?? 0)) * BLOCK_BYTES;
    return { file: low, from, length: Math.min(BLOCK_BYTES, (this.#sizes[low] ?? 0) - from) };
  }

  lengthOf(block: number): number {
    return this.locate(block)?.length ?? 0;
  }

  /** The blocks of one file. */
  of(file: number): number[] {
    const [first = 0, next = 0] = [this.#firsts[file], this.#firsts[file + 1]];
    return Array.from({ length: Math.max(0, next - first) }, (_, index) => first + index);
  }
}
