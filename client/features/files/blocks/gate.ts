/** What a transfer passes before each piece: closed while its person has paused it. Pure. */

export class Gate {
  #opening: PromiseWithResolvers<void> | null = null;

  close(): void {
    this.#opening ??= Promise.withResolvers();
  }

  open(): void {
    this.#opening?.resolve();
    this.#opening = null;
  }

  /** Resolves when it is open. */
  async pass(): Promise<void> {
    while (this.#opening !== null) await this.#opening.promise;
  }
}
