/** Random numbers that a seed repeats, for tests whose every run is different and can be run again. */

export class Random {
  #state: number;

  constructor(readonly seed: number) {
    this.#state = seed >>> 0;
  }

  /** Takes the seed from the variable SEED, or makes one up. */
  static fromEnvironment(): Random {
    const text = Deno.env.get("SEED");
    const seed = text === undefined ? crypto.getRandomValues(new Uint32Array(1))[0] ?? 0 : Number(text);
    if (!Number.isSafeInteger(seed)) throw new Error(`Cannot use SEED: ${text} is not a number`);
    return new Random(seed);
  }

  /** Returns the next number, uniform in [0, 1): mulberry32. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let bits = this.#state;
    bits = Math.imul(bits ^ (bits >>> 15), bits | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  }

  /** Returns a whole number from `min` to `max`, both included. */
  between(min: number, max: number): number {
    return min + Math.floor(this.next() * (max - min + 1));
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(values: readonly T[]): T {
    const value = values[this.between(0, values.length - 1)];
    if (value === undefined) throw new Error("Cannot pick: there is nothing to pick from");
    return value;
  }

  shuffle<T>(values: readonly T[]): T[] {
    return values.map((value) => [this.next(), value] as const).toSorted(([a], [b]) => a - b).map(([, value]) => value);
  }
}
