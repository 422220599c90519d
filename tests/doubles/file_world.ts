/**
 * Two people who send each other files, each end as the feature has it, over the product's own streams and a connection
 * that the test cuts, spoils and ends. What an end keeps on its disk outlives its page, as does what the other has chosen.
 */

import type { TransferId } from "../../client/features/files/files_key.ts";
import { Hearing } from "../../client/features/files/hearing.ts";
import { MemoryStorage } from "../../client/features/files/places/memory_storage.ts";
import { Incoming, Receiving } from "../../client/features/files/receiving.ts";
import { Outgoing, Sending } from "../../client/features/files/sending.ts";
import type { Storage } from "../../client/features/files/blocks/storage.ts";
import { promisedBytes } from "../../client/features/files/shelf.ts";
import { Talk } from "../../client/features/files/talk.ts";
import type { Bytes } from "../../client/streams/byte_queue.ts";
import { parseFrame } from "../../client/streams/frames.ts";
import { Streams } from "../../client/streams/streams.ts";
import { createRandomPeerId, type PeerId } from "../../signaling/protocol.ts";
import { until } from "./until.ts";

/** A file whose bytes tell where they stand, and that cost nothing to make. */
export function createFile(name: string, size: number, seed = 0): File {
  const bytes = new Uint8Array(size);
  for (let index = 0; index < size; index++) bytes[index] = (index * 31 + (index >> 12) + seed) % 251;
  return new File([bytes], name, { lastModified: 1_700_000_000_000 });
}

export async function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await blob.arrayBuffer());
}

/** One end. A page that is loaded again is another end of the same person, with the same storage. */
export class FileEnd {
  readonly #remotePeerId: PeerId;
  readonly storage: Storage;
  outgoing: Outgoing[] = [];
  incoming: Incoming[] = [];
  readonly whole: Incoming[] = [];
  /** Whether the person has it saved as soon as it is there. */
  savesAtOnce = true;
  sending: Sending;
  receiving: Receiving;
  streams: Streams;
  /** Data that has come by streams, spoilt or counted as the test likes. */
  onFrame: (frame: Bytes) => Bytes = (frame) => frame;
  dataBytes = 0;
  violations = 0;

  constructor(readonly isOdd: boolean, remotePeerId: PeerId, storage: Storage = new MemoryStorage()) {
    this.#remotePeerId = remotePeerId;
    this.storage = storage;
    [this.streams, this.sending, this.receiving] = this.#join();
  }

  /** Another call with the same person, on the same page. */
  renew(): void {
    this.close();
    [this.streams, this.sending, this.receiving] = this.#join();
    for (const transfer of this.outgoing) if (!transfer.isOver) this.sending.offer(transfer);
  }

  close(): void {
    this.sending.close(this.outgoing);
    this.receiving.close();
    this.streams.close("call-ended");
  }

  offer(...files: File[]): Outgoing {
    const transfer = new Outgoing(files.map((file) => ({ path: file.name, file })));
    this.outgoing.push(transfer);
    this.sending.offer(transfer);
    return transfer;
  }

  save(transfer: Incoming): void {
    transfer.isSaved = true;
    this.receiving.confirm(transfer);
  }

  #join(): [Streams, Sending, Receiving] {
    const now = () => performance.now();
    const streams = new Streams({
      isOdd: this.isOdd,
      now,
      offer: (reader) => {
        hearing.take(reader);
        return true;
      },
      needed: () => {},
      violated: () => void this.violations++,
    });
    // As a line does it: later, and refused once the call is over.
    const openStream = async (label: string) => {
      await Promise.resolve();
      return streams.open(`files/${label}`);
    };
    const options = { talk: new Talk({ openStream }), now, changed: () => {} };
    const sending = new Sending({ ...options, find: (id) => this.outgoing.find((each) => each.id === id) });
    const receiving = new Receiving({
      ...{ ...options, remotePeerId: this.#remotePeerId, openStorage: () => Promise.resolve(this.storage) },
      list: () => this.incoming,
      promisedBytes: () => promisedBytes(this.incoming),
      add: (transfer) => void this.incoming.push(transfer),
      remove: (transfer) => this.incoming = this.incoming.filter((each) => each !== transfer),
      onWhole: (transfer) => {
        this.whole.push(transfer);
        if (this.savesAtOnce) this.save(transfer);
      },
    });
    const isOwn = (id: TransferId) => this.outgoing.some((each) => each.id === id);
    const hearing = new Hearing({ ...options, sending, receiving, isOwn });
    return [streams, sending, receiving];
  }
}

export class FileWorld implements Disposable {
  readonly #ids: [PeerId, PeerId] = [createRandomPeerId(), createRandomPeerId()];
  kim = new FileEnd(true, this.#ids[1]);
  lee = new FileEnd(false, this.#ids[0]);
  /** Counts connections: what was on its way on an older one never arrives. */
  #connection = 0;

  constructor() {
    this.connect();
  }

  [Symbol.dispose](): void {
    this.#connection++;
    for (const end of [this.kim, this.lee]) end.close();
  }

  /** Another connection in place of the one there was; what was on its way is lost. */
  connect(): void {
    const own = ++this.#connection;
    for (const [from, to] of [[this.kim, this.lee], [this.lee, this.kim]] as const) {
      const { streams } = to;
      from.streams.attach({
        send: (frame) => {
          setTimeout(() => {
            if (own !== this.#connection) return;
            const brought = to.onFrame(frame);
            const parsed = parseFrame(brought.buffer);
            if (parsed?.type === "data") to.dataBytes += parsed.bytes.length;
            streams.receive(brought.buffer);
            from.streams.pump();
          });
          return true;
        },
        bufferedBytes: 0,
      });
    }
  }

  cut(): void {
    this.#connection++;
    for (const { streams } of [this.kim, this.lee]) streams.detach();
  }

  /** The page of one is loaded again, and the call goes on in another. */
  reload(who: "kim" | "lee"): void {
    const [one, other] = who === "kim" ? [this.kim, this.lee] : [this.lee, this.kim];
    one.close();
    const { isOdd, storage } = one;
    this[who] = new FileEnd(isOdd, this.#ids[isOdd ? 1 : 0], storage);
    other.renew();
    this.connect();
  }

  /** What the other offers, once it is there. */
  async offered(end: FileEnd): Promise<Incoming> {
    await until(() => end.incoming.some(({ stage }) => stage === "offered"), "Something is offered");
    const found = end.incoming.find(({ stage }) => stage === "offered");
    if (found === undefined) throw new Error("Nothing was offered");
    return found;
  }

  async accept(end: FileEnd): Promise<Incoming> {
    const transfer = await this.offered(end);
    await end.receiving.accept(transfer);
    return transfer;
  }
}
