/** Hands what the other end says of transfers to those that it is for. What is too much, or no word, is never read. */

import { TokenBucket } from "../../../signaling/protocol/token_bucket.ts";
import { attempt } from "../../bounds/attempt.ts";
import type { ByteReader } from "../../streams/stream_reader.ts";
import type { TransferId } from "./files_key.ts";
import type { Receiving } from "./receiving.ts";
import type { Sending } from "./sending.ts";
import { readLabel, type Word } from "./talk.ts";

/** What the other end may begin: so many streams at once, then two each second. */
export const STREAMS = { capacity: 60, perMs: 2 / 1_000 } as const;

export type HearingOptions = {
  readonly sending: Sending;
  readonly receiving: Receiving;
  /** Whether a transfer is one of this end's own. */
  readonly isOwn: (id: TransferId) => boolean;
  readonly now: () => number;
  readonly changed: () => void;
};

export class Hearing {
  readonly #options: HearingOptions;
  readonly #streams: TokenBucket;

  constructor(options: HearingOptions) {
    this.#options = options;
    this.#streams = new TokenBucket(STREAMS, options.now());
  }

  take(reader: ByteReader): void {
    const label = readLabel(reader.label);
    if (label === null || this.#streams.take(this.#options.now()) > 0) return reader.cancel();
    const { id } = label;
    const { sending, receiving, isOwn, changed } = this.#options;
    const take: Record<Word, () => void> = {
      offer: () => receiving.takeOffer(id, reader),
      want: () => sending.takeWant(id, reader),
      data: () => receiving.takeData(id, reader),
      done: () => this.#hear(reader, () => sending.takeDone(id)),
      no: () => this.#hear(reader, () => isOwn(id) ? sending.takeNo(id) : receiving.takeNo(id)),
    };
    take[label.word]();
    changed();
  }

  /** Hears a word that has no content. */
  #hear(reader: ByteReader, act: () => void): void {
    attempt("hear of files", async () => {
      if (await reader.read() !== null) return reader.cancel();
      act();
      this.#options.changed();
    });
  }
}
