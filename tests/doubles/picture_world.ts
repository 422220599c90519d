/**
 * Two ends that send each other pictures, the product's feature at both, over streams in the test's hands. In place of a
 * browser's decoder stands one that takes what begins like a picture, and counts what it was asked to decode.
 */

import { open } from "../../client/features/chat_pictures/chat_pictures.ts";
import type { ChatPicturesFeature } from "../../client/features/chat_pictures/chat_pictures_key.ts";
import { readSize } from "../../client/features/chat_pictures/picture_size.ts";
import type { FeatureCall, FeatureLine } from "../../client/feature/feature.ts";
import type { StreamTaker } from "../../client/bulk/line_streams.ts";
import type { Bytes } from "../../client/streams/byte_queue.ts";
import { createPng } from "./picture_bytes.ts";

class Cancelled extends Error {
  readonly code = "cancelled";
}

export class PictureEnd {
  readonly feature: ChatPicturesFeature;
  take: StreamTaker = () => {};
  nowMs = 0;
  /** How far its wall clock is from that. */
  skewMs = 0;
  changes = 0;
  /** The line takes no streams. */
  isCut = false;
  other: PictureEnd | undefined;

  constructor() {
    const line = {
      openStream: (label: string) => this.openStream(`chat-pictures/${label}`),
      offerStreams: (take: StreamTaker) => this.take = take,
    } as unknown as FeatureLine;
    const call = {
      now: () => this.nowMs + this.skewMs,
      monotonicNow: () => this.nowMs,
      changed: () => void this.changes++,
    } as FeatureCall;
    this.feature = open(line, call);
  }

  openStream(label: string) {
    if (this.isCut || this.other === undefined) return Promise.reject(new Cancelled());
    const pieces: Bytes[] = [];
    const done = Promise.withResolvers<void>();
    done.promise.catch(() => {});
    let isEnded = false;
    let isCancelled = false;
    let wake: () => void = () => {};
    const read = async (): Promise<Bytes | null> => {
      while (pieces.length === 0 && !isEnded && !isCancelled) await new Promise<void>((resolve) => wake = resolve);
      if (isCancelled) throw new Cancelled();
      const piece = pieces.shift();
      if (piece === undefined) done.resolve();
      return piece ?? null;
    };
    const cancel = () => {
      isCancelled = true;
      done.reject(new Cancelled());
      wake();
    };
    this.other.take({ label, read, cancel } as never);
    return Promise.resolve({
      label,
      queuedBytes: 0,
      write: (bytes: Bytes) => {
        if (isCancelled) return Promise.reject(new Cancelled());
        pieces.push(bytes);
        wake();
        return Promise.resolve();
      },
      close: () => {
        isEnded = true;
        wake();
        return done.promise;
      },
      abort: () => {},
    });
  }

  get stages(): string[] {
    return this.feature.view.pictures.map(({ stage, problem }) => problem === null ? stage : `${stage}: ${problem}`);
  }
}

export class PictureWorld implements Disposable {
  readonly kim = new PictureEnd();
  readonly lee = new PictureEnd();
  /** Pictures that were decoded, with how many dots. */
  readonly decoded: string[] = [];
  /** Pictures whose dots are in memory now, and at most. */
  openCount = 0;
  openMost = 0;
  readonly urls = new Set<string>();
  /** What is drawn becomes so many bytes. */
  drawnBytes = 1_000;
  readonly drawnTypes: string[] = [];
  readonly #undo: () => void;

  constructor() {
    [this.kim.other, this.lee.other] = [this.lee, this.kim];
    const globals = globalThis as Record<string, unknown>;
    const before = { ...{ createImageBitmap: globals.createImageBitmap, OffscreenCanvas: globals.OffscreenCanvas } };
    const { createObjectURL, revokeObjectURL } = URL;
    // deno-lint-ignore no-this-alias -- The class has a `this` of its own.
    const world = this;
    globals.createImageBitmap = async (blob: Blob) => {
      const size = readSize(new Uint8Array(await blob.arrayBuffer()));
      if (size === null) throw new DOMException("The source image could not be decoded", "InvalidStateError");
      world.decoded.push(`${size.width} × ${size.height}`);
      world.openMost = Math.max(world.openMost, ++world.openCount);
      return { ...size, close: () => void world.openCount-- };
    };
    globals.OffscreenCanvas = class {
      constructor(readonly width: number, readonly height: number) {}

      getContext() {
        return { drawImage() {}, fillRect() {} };
      }

      convertToBlob({ type = "image/png" } = {}) {
        world.drawnTypes.push(`${type} ${this.width} × ${this.height}`);
        const bytes = new Uint8Array(Math.round(world.drawnBytes * this.width * this.height / 10_000));
        bytes.set(createPng(this.width, this.height).slice(0, bytes.length));
        return Promise.resolve(new Blob([bytes], { type }));
      }
    };
    URL.createObjectURL = (blob) => {
      const url = createObjectURL(blob);
      this.urls.add(url);
      return url;
    };
    URL.revokeObjectURL = (url) => {
      this.urls.delete(url);
      revokeObjectURL(url);
    };
    this.#undo = () => {
      Object.assign(globals, before);
      Object.assign(URL, { createObjectURL, revokeObjectURL });
    };
  }

  [Symbol.dispose](): void {
    for (const { feature } of [this.kim, this.lee]) feature.close();
    this.#undo();
  }
}
