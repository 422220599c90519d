/**
 * Pictures that people put into the chat of a call. Each goes by a stream of its own, `picture`, over the bulk connection,
 * so that sound does not wait for it and no server has it. It is drawn anew before it leaves, and again before it is shown:
 * of what came, nothing is decoded before it is asked for and its size is known, and never what came itself is shown. All
 * of it is in the page's memory, and gone with the call.
 */

import { TokenBucket } from "../../../signaling/protocol/token_bucket.ts";
import { attempt } from "../../bounds/attempt.ts";
import type { FeatureCall, FeatureLine } from "../../feature/feature.ts";
import type { ByteReader } from "../../streams/stream_reader.ts";
import type { ChatPicturesFeature, ChatPicturesView, PictureProblem, PictureView } from "./chat_pictures_key.ts";
import {
  BYTES_MAX,
  COMING,
  FILE_BYTES_MAX,
  PICTURES_MAX,
  SIDE_TAKEN_MAX,
  TAKE_MS_MAX,
  WAITING_MAX,
} from "./picture_bounds.ts";
import { readSize } from "./picture_size.ts";
import { redraw } from "./redraw.ts";

const LABEL = "picture";
/** Bytes that a stream takes at once. */
const PIECE_BYTES = 65_536;
/** By how much a timer may be early. */
const EARLY_MS = 50;

class ChatPictures implements ChatPicturesFeature {
  readonly #line: FeatureLine;
  readonly #call: FeatureCall;
  readonly #coming: TokenBucket;
  /** The other end's of what comes from here, as this end knows it: it never has more. */
  readonly #going: TokenBucket;
  /** What is there of each picture: what came, or what is sent. */
  readonly #blobs = new Map<number, Blob>();
  #nextKey = 1;
  #last: Promise<void> = Promise.resolve();
  #drawn: Promise<unknown> = Promise.resolve();
  /** Until the next may leave. */
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isClosed = false;
  view: ChatPicturesView = { pictures: [], unreadCount: 0 };

  constructor(line: FeatureLine, call: FeatureCall) {
    [this.#line, this.#call] = [line, call];
    this.#coming = new TokenBucket(COMING, call.monotonicNow());
    this.#going = new TokenBucket(COMING, call.monotonicNow());
    line.offerStreams((reader) => attempt("take a picture", () => this.#take(reader)));
  }

  add(files: readonly Blob[]): void {
    const room = WAITING_MAX - this.view.pictures.filter(isWaiting).length;
    for (const file of files.slice(0, Math.max(0, room))) {
      const key = this.#add({ isOwn: true, stage: "waiting" });
      this.#queue(key, async () => {
        const blob = await this.#draw(key, file);
        if (typeof blob === "string") return blob;
        this.#showBlob(key, blob);
        return await this.#send(blob);
      });
    }
    if (files.length > room) this.#add({ isOwn: true, stage: "failed", problem: "too-many" });
  }

  sendAgain(key: number): void {
    const blob = this.#blobs.get(key);
    if (blob === undefined || this.#find(key)?.stage !== "failed") return;
    this.#set(key, { stage: "waiting", problem: null });
    this.#queue(key, () => this.#send(blob));
  }

  async show(key: number): Promise<void> {
    const blob = this.#blobs.get(key);
    if (blob === undefined || this.#find(key)?.stage !== "hidden") return;
    this.#set(key, { stage: "shown" });
    this.#blobs.delete(key);
    const size = readSize(new Uint8Array(await blob.arrayBuffer()));
    const isFine = size !== null && Math.min(size.width, size.height) > 0 &&
      Math.max(size.width, size.height) <= SIDE_TAKEN_MAX;
    const drawn = isFine ? await this.#draw(key, new Blob([blob], { type: size.type })) : "";
    if (typeof drawn === "string") this.#set(key, { stage: "failed", problem: "unshowable" });
    else this.#showBlob(key, drawn);
  }

  markRead(): void {
    if (this.view.unreadCount > 0) this.#show({ unreadCount: 0 });
  }

  /** What goes by the server may be anybody's. */
  receive(): void {}

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    for (const { url } of this.view.pictures) if (url !== null) URL.revokeObjectURL(url);
    this.#blobs.clear();
    this.view = { pictures: [], unreadCount: 0 };
  }

  /** One after another: two at once would only be later, both. */
  #queue(key: number, act: () => Promise<PictureProblem | null>): void {
    this.#last = this.#last.then(async () => {
      if (this.#find(key) === undefined) return;
      const problem = await act();
      this.#set(key, problem === null ? { stage: "delivered" } : { stage: "failed", problem });
    });
  }

  /** One after another, and waits for no network: the dots of one are megabytes. */
  #draw(key: number, file: Blob): Promise<Blob | PictureProblem> {
    const drawn = this.#drawn.then(async () => {
      if (file.size > FILE_BYTES_MAX || this.#find(key) === undefined) return "too-large";
      try {
        return await redraw(file) ?? "too-large";
      } catch (error) {
        console.warn("Cannot read a picture:", error);
        return "unreadable";
      }
    });
    this.#drawn = drawn;
    return drawn;
  }

  async #send(blob: Blob): Promise<PictureProblem | null> {
    const waitMs = this.#going.wait(this.#call.monotonicNow());
    if (waitMs > 0) await new Promise<void>((resolve) => this.#timer = setTimeout(resolve, waitMs + EARLY_MS));
    try {
      const bytes = new Uint8Array(await blob.arrayBuffer());
      const writer = await this.#line.openStream(LABEL);
      for (let at = 0; at < bytes.length; at += PIECE_BYTES) await writer.write(bytes.subarray(at, at + PIECE_BYTES));
      await writer.close();
      return null;
    } catch (error) {
      console.warn("Cannot send a picture:", error);
      return "unavailable";
    } finally {
      this.#going.take(this.#call.monotonicNow()); // The other end began to take it before.
    }
  }

  async #take(reader: ByteReader): Promise<void> {
    const isDue = reader.label.endsWith(`/${LABEL}`) && this.#coming.take(this.#call.monotonicNow()) === 0;
    if (!isDue) return reader.cancel();
    const timer = setTimeout(() => reader.cancel(), TAKE_MS_MAX);
    const bytes = new Uint8Array(BYTES_MAX);
    let length = 0;
    try {
      for (let part = await reader.read(); part !== null; part = await reader.read()) {
        if (length + part.length > BYTES_MAX) return reader.cancel();
        bytes.set(part, length);
        length += part.length;
      }
    } finally {
      clearTimeout(timer);
    }
    if (length === 0 || this.#isClosed) return;
    const key = this.#add({ isOwn: false, stage: "hidden" });
    if (this.#find(key) !== undefined) this.#blobs.set(key, new Blob([bytes.subarray(0, length)]));
  }

  /** One more than there is room for takes the place of the oldest that does not wait to be sent. */
  #add(picture: Pick<PictureView, "isOwn" | "stage"> & Partial<PictureView>): number {
    const key = this.#nextKey++;
    const all = [...this.view.pictures, { problem: null, ...picture, key, atMs: this.#call.now(), url: null }];
    const dropped = all.length > PICTURES_MAX ? all.find((each) => !isWaiting(each)) : undefined;
    if (dropped !== undefined) {
      this.#blobs.delete(dropped.key);
      if (dropped.url !== null) URL.revokeObjectURL(dropped.url);
    }
    const unreadCount = this.view.unreadCount + (picture.isOwn ? 0 : 1);
    this.#show({ pictures: all.filter((each) => each !== dropped), unreadCount });
    return key;
  }

  #find(key: number): PictureView | undefined {
    return this.view.pictures.find((each) => each.key === key);
  }

  /** Shows what was drawn here; an own one is kept, to be sent again. */
  #showBlob(key: number, blob: Blob): void {
    const picture = this.#find(key);
    if (picture === undefined) return; // It is gone meanwhile.
    if (picture.isOwn) this.#blobs.set(key, blob);
    this.#set(key, { url: URL.createObjectURL(blob) });
  }

  #set(key: number, change: Partial<PictureView>): void {
    if (this.#find(key) === undefined) return;
    this.#show({ pictures: this.view.pictures.map((each) => each.key === key ? { ...each, ...change } : each) });
  }

  #show(change: Partial<ChatPicturesView>): void {
    this.view = { ...this.view, ...change };
    this.#call.changed();
  }
}

function isWaiting({ stage }: PictureView): boolean {
  return stage === "waiting";
}

export function open(line: FeatureLine, call: FeatureCall): ChatPicturesFeature {
  return new ChatPictures(line, call);
}
