/**
 * Files that two people send each other in a call: what each end offers, and what becomes of it. All of it goes by streams
 * of the bulk connection, so that sound does not wait for it and no server hears what is sent. Transfers belong to the
 * person at the other end, not to the call: what a lost page or call has left goes on in the next.
 */

import { attempt } from "../../bounds/attempt.ts";
import type { FeatureCall, FeatureLine } from "../../feature/feature.ts";
import { DiskStorage } from "./places/disk_storage.ts";
import type { FilesFeature, FilesView, PickedFile, TransferId } from "./files_key.ts";
import { Hearing } from "./hearing.ts";
import { MemoryStorage } from "./places/memory_storage.ts";
import { Incoming, Receiving } from "./receiving.ts";
import { choosePlace, type Place, saveFiles } from "./saving.ts";
import { Outgoing, Sending } from "./sending.ts";
import { isAnyUnsaved, isFull, listTransfers, promisedBytes, type Shelf, shelfOf } from "./shelf.ts";
import type { Storage } from "./blocks/storage.ts";
import { Talk } from "./talk.ts";

/** How often what is shown of a transfer that moves is another, in milliseconds. */
const SHOW_MS = 500;

const openStorage = (() => {
  let storage: Promise<Storage> | null = null;
  return () => storage ??= DiskStorage.open(Date.now()).then((disk) => disk ?? new MemoryStorage());
})();

class Files implements FilesFeature {
  readonly #call: FeatureCall;
  readonly #shelf: Shelf;
  readonly #sending: Sending;
  readonly #receiving: Receiving;
  readonly #timer: ReturnType<typeof setInterval>;
  #isTooMany = false;
  view: FilesView = { transfers: [], isTooMany: false };

  constructor(line: FeatureLine, call: FeatureCall) {
    this.#call = call;
    this.#shelf = shelfOf(call.remotePeerId);
    const { monotonicNow: now, remotePeerId } = call;
    const options = { talk: new Talk(line), now, changed: () => this.#show() };
    this.#sending = new Sending({ ...options, find: (id) => this.#outgoing.find((each) => each.id === id) });
    this.#receiving = new Receiving({
      ...{ ...options, remotePeerId, openStorage, list: () => this.#incoming },
      promisedBytes: () => promisedBytes(listTransfers()),
      add: (transfer) => this.#shelf.add(transfer),
      remove: (transfer) => this.#shelf.remove(transfer),
      onWhole: (transfer) => attempt("save files", () => this.#saveWhole(transfer)),
    });
    const hearing = new Hearing({
      ...{ ...options, sending: this.#sending, receiving: this.#receiving },
      isOwn: (id) => this.#outgoing.some((each) => each.id === id),
    });
    line.offerStreams((reader) => hearing.take(reader));
    for (const transfer of this.#outgoing) if (!transfer.isOver) this.#sending.offer(transfer);
    this.#timer = setInterval(() => this.#isMoving && this.#show(), SHOW_MS);
    this.#show();
  }

  offer(picked: readonly PickedFile[]): void {
    if (picked.length === 0) return;
    const transfer = new Outgoing(picked);
    this.#isTooMany = transfer.offer === null || isFull(this.#shelf);
    if (!this.#isTooMany) {
      this.#shelf.add(transfer);
      this.#sending.offer(transfer);
    }
    this.#show();
  }

  async accept(id: TransferId): Promise<void> {
    const transfer = this.#findIncoming(id);
    if (transfer?.stage !== "offered") return;
    const { files: [file, ...others] } = transfer;
    // Many files are saved together once all are there.
    if (file !== undefined && others.length === 0 && await this.#receiving.hasRoom(transfer)) {
      const place = await this.#choosePlace(transfer);
      if (place === undefined) return;
      transfer.place = place;
    }
    await this.#receiving.accept(transfer);
    this.#show();
  }

  pause(id: TransferId): void {
    this.#find(id)?.pause();
    this.#show();
  }

  resume(id: TransferId): void {
    this.#find(id)?.resume();
    this.#show();
  }

  cancel(id: TransferId): void {
    const transfer = this.#find(id);
    if (transfer instanceof Outgoing && !transfer.isOver) this.#sending.cancel(transfer);
    if (transfer instanceof Incoming && !transfer.isOver) this.#receiving.cancel(transfer);
    this.#show();
  }

  async save(id: TransferId): Promise<void> {
    const transfer = this.#findIncoming(id);
    if (transfer?.stage !== "done") return;
    const place = await this.#choosePlace(transfer);
    if (place !== undefined) await this.#save(transfer, place);
  }

  /** Where a browser does not ask, the person is told first, and presses once more for their downloads. */
  async #choosePlace(transfer: Incoming): Promise<Place | undefined> {
    if (transfer.problem === "unasked") return null;
    try {
      return await choosePlace(transfer.files.map(({ path }) => path));
    } catch (error) {
      console.warn("Cannot ask where to save files:", error);
      transfer.problem = "unasked";
      this.#show();
    }
  }

  dismiss(id: TransferId): void {
    const transfer = this.#find(id);
    if (transfer?.isOver) this.#shelf.remove(transfer);
    if (transfer instanceof Incoming && transfer.isOver && !transfer.isSaved) {
      if (transfer.isUnsaved) this.#receiving.confirm(transfer);
      transfer.drop();
    }
    this.#show();
  }

  /** What goes by the server may be anybody's. */
  receive(): void {}

  close(): void {
    clearInterval(this.#timer);
    this.#sending.close(this.#outgoing);
    this.#receiving.close();
  }

  get #outgoing(): readonly Outgoing[] {
    return this.#shelf.transfers.filter((each) => each instanceof Outgoing);
  }

  get #incoming(): readonly Incoming[] {
    return this.#shelf.transfers.filter((each) => each instanceof Incoming);
  }

  get #isMoving(): boolean {
    return this.#shelf.transfers.some(({ stage, isPaused }) => stage === "moving" && !isPaused);
  }

  #find(id: TransferId): Incoming | Outgoing | undefined {
    return this.#shelf.transfers.find((each) => each.id === id);
  }

  #findIncoming(id: TransferId): Incoming | undefined {
    return this.#incoming.find((each) => each.id === id);
  }

  async #saveWhole(transfer: Incoming): Promise<void> {
    const { place = null } = transfer;
    // A browser may ask before it takes several downloads from a page: they wait for a press.
    if (place !== null || transfer.files.length === 1) await this.#save(transfer, place);
  }

  async #save(transfer: Incoming, place: Place): Promise<void> {
    try {
      await saveFiles(
        transfer.files.map(({ path }, index) => ({
          path,
          read: () => transfer.readFile(index),
        })),
        place,
      );
      transfer.isSaved = true;
      transfer.problem = null;
      // Nobody tells when a download is over: until then its bytes are needed.
      if (place === null) await transfer.store?.markSaved();
      else transfer.drop();
      this.#receiving.confirm(transfer);
    } catch (error) {
      console.warn("Cannot save files:", error);
      transfer.problem = "storage";
    }
    this.#show();
  }

  #show(): void {
    const nowMs = this.#call.monotonicNow();
    this.view = { transfers: this.#shelf.transfers.map((each) => each.view(nowMs)), isTooMany: this.#isTooMany };
    this.#call.changed();
    (isAnyUnsaved() ? addEventListener : removeEventListener)("beforeunload", askToStay);
  }
}

/** Also once the call is over; in it the page asks in any case. */
function askToStay(event: Event): void {
  event.preventDefault();
}

export function open(line: FeatureLine, call: FeatureCall): FilesFeature {
  return new Files(line, call);
}
