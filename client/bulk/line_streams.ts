/**
 * The streams of one call, as its line sees them. Knows which feature takes which of the other end's streams, and loads
 * the rest of the code when the first stream begins at either end. Most calls never load it.
 */

import type { PeerMessage } from "../../signaling/protocol.ts";
import type { Bulk } from "./bulk.ts";
import type { BulkOptions } from "./bulk_options.ts";
import type { ByteReader } from "../streams/stream_reader.ts";
import type { ByteWriter } from "../streams/stream_writer.ts";

/** The name under which pages tell each other that they have streams, and speak of them. */
export const STREAMS = "streams";

/** Takes a stream of the other end's. */
export type StreamTaker = (reader: ByteReader) => void;

export class LineStreams {
  readonly #options: BulkOptions;
  readonly #takers = new Map<string, StreamTaker>();
  #loading: Promise<Bulk> | null = null;
  #bulk: Bulk | null = null;
  #isClosed = false;

  constructor(options: BulkOptions) {
    this.#options = options;
  }

  /** @throws {StreamError} why there can be no such stream; or its like, where the code of that did not load */
  async open(label: string): Promise<ByteWriter> {
    return (await this.#load()).open(label);
  }

  /** Has `take` given the other end's streams whose label is `name`, or begins with it and a `/`, until the result is called. */
  offer(name: string, take: StreamTaker): () => void {
    this.#takers.set(name, take);
    return () => this.#takers.delete(name);
  }

  /** Takes what the other end says of the bulk connection, in the order in which it comes. */
  receive(body: unknown): void {
    if (this.#isClosed || this.#options.provenEnd() === null) return;
    this.#load().then(
      (bulk) => bulk.receive(body),
      () => this.#isClosed || this.#options.send({ step: "unable", attempt: 0 }),
    );
  }

  /** Takes the messages that are of streams, and hands on all others by `next`. */
  divert<V>(next: (message: PeerMessage, verdict: V) => void): (message: PeerMessage, verdict: V) => void {
    return (message, verdict) => {
      if (message.type !== "feature" || message.feature !== STREAMS) next(message, verdict);
      else if (verdict === "proven" && message.tabId === this.#options.provenEnd()?.remoteTabId) {
        this.receive(message.body);
      }
    };
  }

  tick(): void {
    this.#bulk?.tick();
  }

  handleNetworkChange(): void {
    this.#bulk?.handleNetworkChange();
  }

  close(): void {
    this.#isClosed = true;
    this.#bulk?.close();
  }

  /** Loads the code, once; where it does not load, the next stream tries again. */
  #load(): Promise<Bulk> {
    return this.#loading ??= import("./bulk.ts").then(({ Bulk }) => {
      this.#bulk = new Bulk(this.#options, this.#takers);
      if (this.#isClosed) this.#bulk.close();
      return this.#bulk;
    }).catch((error: unknown) => {
      this.#loading = null;
      throw Object.assign(error as Error, { code: "unavailable" });
    });
  }
}
