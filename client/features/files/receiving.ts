/**
 * What this end receives in one call. Nothing is written before the person has accepted, and then no more than what they
 * have accepted; what was accepted before and broke off goes on by itself.
 *
 *   offered ──accepted──► moving ──all has come──► done        the call ends: interrupted ──offered again──► moving
 *      └──► cancelled       └──► cancelled, failed
 *
 * The sender hears that it is done once the person has it where it outlives this page.
 */

import { attempt } from "../../bounds/attempt.ts";
import type { PeerId } from "../../../signaling/protocol.ts";
import type { ByteReader } from "../../streams/stream_reader.ts";
import { BlockHashes } from "./blocks/block_hashes.ts";
import type { TransferId } from "./files_key.ts";
import { keyOf, OFFER_BYTES_MAX, type OfferedFile, parseOffer } from "./blocks/offer.ts";
import { BrokenError, receiveBlocks, StorageError } from "./blocks/receive_blocks.ts";
import { safePaths } from "./blocks/safe_names.ts";
import type { Place } from "./saving.ts";
import type { BlockStore, Storage } from "./blocks/storage.ts";
import { codeOf, readWord, type Talk } from "./talk.ts";
import { ROUNDS_MAX, Transfer } from "./transfer.ts";

/** Offers that may wait for the person's answer, and transfers that may be under way. */
export const OFFERED_MAX = 8;
export const MOVING_MAX = 8;

export class Incoming extends Transfer {
  readonly hashes = new BlockHashes(this.blocks.count);
  store: BlockStore | null = null;
  /** The call in which it comes now. */
  receiving: Receiving | null = null;
  reader: ByteReader | null = null;
  /** Where the person wants it; they have not been asked where that is undefined. */
  place: Place | undefined;

  constructor(id: TransferId, readonly key: string, files: readonly OfferedFile[]) {
    const paths = safePaths(files.map(({ path }) => path));
    super(id, false, files.map(({ size }, index) => ({ path: paths[index] ?? "", size })));
  }

  override get canBeSaved(): boolean {
    return this.stage === "done" && this.store !== null;
  }

  /** It is gone with the page, but for what the sender may offer again. */
  get isUnsaved(): boolean {
    return this.canBeSaved && !this.isSaved;
  }

  /** What has come of one file. */
  async readFile(index: number): Promise<Blob> {
    const blob = await this.store?.read(this.blocks.of(index), (block) => this.hashes.get(block));
    if (blob === undefined) throw new Error("Cannot read what is kept no more");
    return blob;
  }

  /** What has come is kept no longer. */
  drop(): void {
    const { store } = this;
    this.store = null;
    if (store !== null) attempt("remove what has come of files", () => store.remove());
  }
}

export type ReceivingOptions = {
  readonly talk: Talk;
  readonly remotePeerId: PeerId;
  readonly now: () => number;
  readonly openStorage: () => Promise<Storage>;
  readonly list: () => readonly Incoming[];
  /** What has its room already, of all calls: bytes that have yet to come. */
  readonly promisedBytes: () => number;
  readonly add: (transfer: Incoming) => void;
  readonly remove: (transfer: Incoming) => void;
  readonly changed: () => void;
  /** All of it has come. */
  readonly onWhole: (transfer: Incoming) => void;
};

export class Receiving {
  readonly #options: ReceivingOptions;
  #isClosed = false;

  constructor(options: ReceivingOptions) {
    this.#options = options;
  }

  takeOffer(id: TransferId, reader: ByteReader): void {
    attempt("take an offer of files", () => this.#takeOffer(id, reader));
  }

  takeData(id: TransferId, reader: ByteReader): void {
    const transfer = this.#find(id);
    if (transfer?.stage !== "moving" || transfer.reader !== null) return reader.cancel();
    transfer.reader = reader;
    attempt("receive files", () => this.#receive(transfer, reader));
  }

  takeNo(id: TransferId): void {
    const transfer = this.#find(id);
    if (transfer === undefined || transfer.isOver) return;
    this.#cancel(transfer);
  }

  /** Takes what is offered, if there is room; says else why not. */
  async accept(transfer: Incoming): Promise<void> {
    if (transfer.stage !== "offered") return;
    const storage = await this.#options.openStorage();
    const isRoom = await this.hasRoom(transfer);
    if (!this.#isMine(transfer) || transfer.stage !== "offered") return;
    if (!isRoom) return transfer.end("offered", storage.kind === "memory" ? "memory" : "no-room");
    await this.#begin(transfer, await storage.begin(transfer.key));
  }

  async hasRoom({ blocks: { bytes } }: Incoming): Promise<boolean> {
    const room = await (await this.#options.openStorage()).room();
    return room - this.#options.promisedBytes() >= bytes;
  }

  cancel(transfer: Incoming): void {
    this.#cancel(transfer);
    this.#say("no", transfer);
  }

  /** The person has it, or wants it no more: the other end need not keep it for them. */
  confirm(transfer: Incoming): void {
    if (transfer.receiving === this && !this.#isClosed) this.#say("done", transfer);
  }

  /** The call is over; what was accepted goes on in the next. */
  close(): void {
    for (const transfer of this.#options.list()) {
      if (!this.#isMine(transfer)) continue;
      if (transfer.stage === "offered") this.#options.remove(transfer);
      else transfer.end("interrupted");
    }
    this.#isClosed = true;
  }

  /** Of what was never accepted nothing is left to be shown. */
  #cancel(transfer: Incoming): void {
    if (transfer.stage === "offered") this.#options.remove(transfer);
    transfer.end("cancelled");
    this.#stop(transfer);
  }

  #find(id: TransferId): Incoming | undefined {
    return this.#options.list().find((each) => each.id === id && each.receiving === this);
  }

  #isMine(transfer: Incoming): boolean {
    return transfer.receiving === this && !transfer.isOver && !this.#isClosed;
  }

  async #takeOffer(id: TransferId, reader: ByteReader): Promise<void> {
    const content = await readWord(reader, OFFER_BYTES_MAX);
    const offered = content === null ? null : parseOffer(content);
    if (offered === null || this.#isClosed) return;
    const key = await keyOf(this.#options.remotePeerId, offered);
    const transfer = new Incoming(id, key, offered);
    transfer.receiving = this;
    const found = await (await this.#options.openStorage()).find(key);
    if (this.#isClosed) return;
    const all = this.#options.list();
    const under = all.filter((each) => this.#isMine(each));
    const isSame = under.some((each) => each.key === key || each.id === id);
    const count = (isAccepted: boolean) => under.filter(({ stage }) => (stage !== "offered") === isAccepted).length;
    if (isSame || count(found !== null) >= (found === null ? OFFERED_MAX : MOVING_MAX)) {
      return this.#say("no", transfer);
    }
    for (const before of all) {
      const isLeft = before.stage === "interrupted" || before.isUnsaved;
      if (before.key === key && isLeft) this.#replace(before, transfer);
    }
    this.#options.add(transfer);
    if (found !== null) await this.#begin(transfer, found);
    this.#options.changed();
  }

  /** What broke off goes on as the person had it, and what was not saved is there to be saved. */
  #replace(before: Incoming, transfer: Incoming): void {
    transfer.place = before.place;
    if (before.isPaused) transfer.pause();
    this.#options.remove(before);
  }

  /** Asks for all that is not there. */
  async #begin(transfer: Incoming, store: BlockStore): Promise<void> {
    const { hashes, blocks } = transfer;
    transfer.store = store;
    transfer.begin(0);
    let bytes = 0;
    await store.list((block, hash, length) => {
      if (hashes.has(block) || length !== blocks.lengthOf(block)) return;
      hashes.set(block, hash);
      bytes += length;
    });
    if (!this.#isMine(transfer)) return;
    transfer.begin(bytes);
    this.#say("want", transfer);
  }

  async #receive(transfer: Incoming, reader: ByteReader): Promise<void> {
    const { blocks, hashes, gate, store } = transfer;
    const onBytes = (count: number) => transfer.note(count, this.#options.now());
    transfer.rounds++;
    try {
      const isWhole = await receiveBlocks({
        ...{ reader, blocks, hashes, gate, onBytes },
        write: async (block) => await store?.write(block),
      });
      if (!this.#isMine(transfer)) return;
      transfer.reader = null;
      if (isWhole) return this.#finish(transfer);
      if (transfer.rounds >= ROUNDS_MAX) throw new BrokenError("Cannot get what was offered");
      this.#say("want", transfer);
    } catch (error) {
      reader.cancel();
      if (this.#isMine(transfer)) this.#fail(transfer, error);
    } finally {
      this.#options.changed();
    }
  }

  #finish(transfer: Incoming): void {
    transfer.doneBytes = transfer.blocks.bytes;
    transfer.end("done");
    this.#options.onWhole(transfer);
  }

  #fail(transfer: Incoming, error: unknown): void {
    transfer.reader = null;
    const code = codeOf(error);
    if (code !== null) {
      if (code !== "aborted") return transfer.end("interrupted");
      transfer.end("cancelled");
      return this.#stop(transfer);
    }
    console.warn("Cannot receive files:", error);
    transfer.end("failed", error instanceof StorageError ? "storage" : "corrupt");
    this.#stop(transfer);
    this.#say("no", transfer);
  }

  /** Whatever comes still is for nobody, and what has come is kept no longer. */
  #stop(transfer: Incoming): void {
    transfer.resume();
    transfer.reader?.cancel();
    transfer.reader = null;
    transfer.drop();
  }

  #say(word: "want" | "done" | "no", transfer: Incoming): void {
    const content = word === "want" ? transfer.hashes.encode() : undefined;
    this.#options.talk.say(word, transfer.id, content).catch((error: unknown) => {
      if (word === "want" && this.#isMine(transfer) && transfer.stage === "moving") this.#fail(transfer, error);
      this.#options.changed();
    });
  }
}
