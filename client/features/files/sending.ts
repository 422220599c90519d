/**
 * What this end sends in one call. The other end's words say what to do; of what it does not have to say it says nothing
 * that this end would do.
 *
 *   offered ──want──► moving ──done──► done        the call ends: interrupted ──the next call──► offered
 *      └── no ──► declined  └── no ──► cancelled
 */

import { attempt } from "../../bounds/attempt.ts";
import type { Bytes } from "../../streams/byte_queue.ts";
import type { ByteReader } from "../../streams/stream_reader.ts";
import type { ByteWriter } from "../../streams/stream_writer.ts";
import { BlockHashes, HAVE_BYTES } from "./blocks/block_hashes.ts";
import type { PickedFile, TransferId } from "./files_key.ts";
import { encodeOffer } from "./blocks/offer.ts";
import { safePaths } from "./blocks/safe_names.ts";
import { sendBlocks, UnreadableError } from "./blocks/send_blocks.ts";
import { codeOf, createTransferId, readWord, type Talk } from "./talk.ts";
import { ROUNDS_MAX, Transfer } from "./transfer.ts";

/** Transfers whose bytes are on their way at once; each is a stream, and words need some. */
const MOVING_MAX = 4;

export class Outgoing extends Transfer {
  readonly offer: Bytes | null;
  readonly #picked: readonly PickedFile[];
  /** The call in which it is sent now. */
  sending: Sending | null = null;
  writer: ByteWriter | null = null;

  constructor(picked: readonly PickedFile[]) {
    const paths = safePaths(picked.map(({ path }) => path));
    super(createTransferId(), true, picked.map(({ file: { size } }, index) => ({ path: paths[index] ?? "", size })));
    this.#picked = picked;
    this.offer = encodeOffer(picked.map(({ file: { size, lastModified } }, index) => ({
      ...{ path: paths[index] ?? "", size, lastModified: Math.max(0, Math.trunc(lastModified)) },
    })));
  }

  readonly read = async (block: number): Promise<Bytes> => {
    const place = this.blocks.locate(block);
    const file = this.#picked[place?.file ?? -1]?.file;
    if (place === null || file === undefined) throw new UnreadableError();
    let bytes: Bytes;
    try {
      bytes = new Uint8Array(await file.slice(place.from, place.from + place.length).arrayBuffer());
    } catch (error) {
      throw new UnreadableError("Cannot read a file", { cause: error });
    }
    if (bytes.length !== place.length) throw new UnreadableError("Cannot read a file that is shorter now");
    return bytes;
  };
}

export type SendingOptions = {
  readonly talk: Talk;
  readonly now: () => number;
  readonly find: (id: TransferId) => Outgoing | undefined;
  readonly changed: () => void;
};

export class Sending {
  readonly #options: SendingOptions;
  /** Those that wait for others to be over. */
  readonly #queue: (() => void)[] = [];
  #movingCount = 0;

  constructor(options: SendingOptions) {
    this.#options = options;
  }

  /** Offers it, also one that another call has left. */
  offer(transfer: Outgoing): void {
    Object.assign(transfer, { sending: this, writer: null, rounds: 0, doneBytes: 0 });
    transfer.end("offered");
    const { offer } = transfer;
    if (offer === null) return transfer.end("failed", "unavailable");
    this.#say("offer", transfer, offer);
  }

  cancel(transfer: Outgoing): void {
    transfer.end("cancelled");
    this.#stop(transfer);
    this.#say("no", transfer);
  }

  /** The other end takes what it does not have. */
  takeWant(id: TransferId, reader: ByteReader): void {
    const transfer = this.#options.find(id);
    if (transfer === undefined || transfer.isOver || transfer.rounds >= ROUNDS_MAX) return reader.cancel();
    transfer.rounds++;
    transfer.writer?.abort(); // It asks anew: what comes of the last answer is not read any more.
    attempt("send files", () => this.#answer(transfer, transfer.rounds, reader));
  }

  takeDone(id: TransferId): void {
    const transfer = this.#options.find(id);
    if (transfer?.stage !== "moving") return;
    transfer.doneBytes = transfer.blocks.bytes;
    transfer.end("done");
    this.#stop(transfer);
  }

  takeNo(id: TransferId): void {
    const transfer = this.#options.find(id);
    if (transfer === undefined || transfer.isOver) return;
    transfer.end(transfer.stage === "offered" ? "declined" : "cancelled");
    this.#stop(transfer);
  }

  /** The call is over; what has not been sent goes on in the next. */
  close(transfers: readonly Outgoing[]): void {
    for (const transfer of transfers) if (this.#isMine(transfer)) transfer.end("interrupted");
    for (const go of this.#queue.splice(0)) go();
  }

  #isMine(transfer: Outgoing, round = transfer.rounds): boolean {
    return transfer.sending === this && transfer.rounds === round && !transfer.isOver;
  }

  /** Whatever is written still is for nobody; what waits to go on finds that. */
  #stop(transfer: Outgoing): void {
    transfer.resume();
    transfer.writer?.abort();
    transfer.writer = null;
  }

  async #answer(transfer: Outgoing, round: number, reader: ByteReader): Promise<void> {
    try {
      const content = await readWord(reader, transfer.blocks.count * HAVE_BYTES);
      const haves = content === null ? null : BlockHashes.parse(content, transfer.blocks.count);
      if (haves === null || !this.#isMine(transfer, round)) return;
      transfer.begin(0);
      this.#options.changed();
      await this.#send(transfer, round, haves);
    } catch (error) {
      if (this.#isMine(transfer, round)) this.#fail(transfer, error);
      else console.info("Stopped sending files:", error);
    } finally {
      this.#options.changed();
    }
  }

  async #send(transfer: Outgoing, round: number, haves: BlockHashes): Promise<void> {
    if (this.#movingCount >= MOVING_MAX) await new Promise<void>((go) => this.#queue.push(go));
    this.#movingCount++;
    try {
      if (!this.#isMine(transfer, round)) return;
      const writer = await this.#options.talk.open("data", transfer.id);
      if (!this.#isMine(transfer, round)) return writer.abort();
      transfer.writer = writer;
      const { blocks, gate, read } = transfer;
      const onBytes = (count: number) => transfer.note(count, this.#options.now());
      await sendBlocks({ writer, blocks, haves, gate, read, onBytes });
    } finally {
      this.#movingCount--;
      this.#queue.shift()?.();
    }
  }

  #fail(transfer: Outgoing, error: unknown): void {
    const code = codeOf(error);
    if (error instanceof UnreadableError) {
      transfer.end("failed", "unreadable");
      this.#stop(transfer);
      return this.#say("no", transfer);
    }
    if (code === "cancelled" || code === "refused") return transfer.end("cancelled");
    if (code === "call-ended") return transfer.end("interrupted");
    console.warn("Cannot send files:", error);
    transfer.end("failed", "unavailable");
  }

  #say(word: "offer" | "no", transfer: Outgoing, content?: Bytes): void {
    this.#options.talk.say(word, transfer.id, content).catch((error: unknown) => {
      if (word === "offer" && this.#isMine(transfer)) this.#fail(transfer, error);
      this.#options.changed();
    });
  }
}
