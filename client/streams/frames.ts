/**
 * The frames of streams on the bulk connection (PROTOCOL.md, "Streams"). Each is one binary message with its kind, its
 * stream, and what the kind needs. Pure. Anything that is not exactly a frame parses to null; no honest end sends it.
 */

import type { Bytes } from "./byte_queue.ts";
import { RESET_CODES, type ResetCode } from "./stream_error.ts";

/** Bytes of one `data` that an end takes, and those that it sends at most, which every browser can (RFC 8831 §6.6). */
export const DATA_BYTES_MAX = 65_536;
export const DATA_SENT_MAX = 16_384;
/** What stands before the bytes of a `data`. */
export const DATA_HEADER_BYTES = 13;
export const LABEL_LENGTH_MAX = 64;
export const FRAME_BYTES_MAX = DATA_HEADER_BYTES + DATA_BYTES_MAX;
const LABEL = /^[\w.\-/]{1,64}$/;
const STREAM_MAX = 0xffff_ffff;

export type Frame =
  | { readonly type: "open"; readonly stream: number; readonly label: string }
  | { readonly type: "data"; readonly stream: number; readonly offset: number; readonly bytes: Bytes }
  /** `received` has come; up to `limit` may come; `arrivedAt` is when its last byte came, by the reader's clock. */
  | {
    readonly type: "ack";
    readonly stream: number;
    readonly received: number;
    readonly limit: number;
    readonly arrivedAt: number;
  }
  | { readonly type: "end"; readonly stream: number; readonly offset: number }
  | { readonly type: "done"; readonly stream: number }
  | { readonly type: "reset"; readonly stream: number; readonly code: ResetCode };

const TYPES = ["open", "data", "ack", "end", "done", "reset"] as const;

/** Tells whether a stream may be called so: 1 to 64 of `A–Z a–z 0–9 _ . - /`. */
export function isLabel(label: string): boolean {
  return LABEL.test(label);
}

/** A clock as frames carry it: tenths of a millisecond, which start again after 119 hours. */
export function stampOf(nowMs: number): number {
  return Math.floor(nowMs * 10) >>> 0;
}

/** How much later `stamp` is than the own clock's `sentAtMs`, in milliseconds; the two clocks may differ by anything. */
export function delayOf(stamp: number, sentAtMs: number): number {
  return ((stamp - stampOf(sentAtMs)) | 0) / 10;
}

export function encodeFrame(frame: Frame): Bytes {
  const bytes = new Uint8Array(lengthOf(frame));
  const view = new DataView(bytes.buffer);
  view.setUint8(0, TYPES.indexOf(frame.type));
  view.setUint32(1, frame.stream);
  switch (frame.type) {
    case "open":
      new TextEncoder().encodeInto(frame.label, bytes.subarray(5));
      break;
    case "data":
      view.setBigUint64(5, BigInt(frame.offset));
      bytes.set(frame.bytes, DATA_HEADER_BYTES);
      break;
    case "ack":
      view.setBigUint64(5, BigInt(frame.received));
      view.setBigUint64(13, BigInt(frame.limit));
      view.setUint32(21, frame.arrivedAt);
      break;
    case "end":
      view.setBigUint64(5, BigInt(frame.offset));
      break;
    case "reset":
      view.setUint8(5, RESET_CODES.indexOf(frame.code));
  }
  return bytes;
}

function lengthOf(frame: Frame): number {
  switch (frame.type) {
    case "open":
      return 5 + frame.label.length;
    case "data":
      return DATA_HEADER_BYTES + frame.bytes.length;
    case "ack":
      return 25;
    case "end":
      return 13;
    case "done":
      return 5;
    case "reset":
      return 6;
  }
}

/** Not by `instanceof`: a connection may have been made in a frame, whose buffers are others. */
function isBuffer(data: unknown): data is ArrayBuffer {
  return Object.prototype.toString.call(data) === "[object ArrayBuffer]";
}

/** Reads what a data channel brought; null if it is no frame. The bytes of a `data` are those of the buffer, not a copy. */
export function parseFrame(buffer: unknown): Frame | null {
  if (!isBuffer(buffer)) return null;
  const length = buffer.byteLength;
  if (length < 5 || length > FRAME_BYTES_MAX) return null;
  const view = new DataView(buffer);
  const type = TYPES[view.getUint8(0)];
  const stream = view.getUint32(1);
  if (stream === 0 || stream > STREAM_MAX) return null;
  switch (type) {
    case "open": {
      if (length > 5 + LABEL_LENGTH_MAX) return null;
      const label = new TextDecoder().decode(new Uint8Array(buffer, 5));
      return isLabel(label) ? { type, stream, label } : null;
    }
    case "data": {
      const offset = readOffset(view, 5);
      if (offset === null || length === DATA_HEADER_BYTES) return null;
      return { type, stream, offset, bytes: new Uint8Array(buffer, DATA_HEADER_BYTES) };
    }
    case "ack": {
      const [received, limit] = [readOffset(view, 5), readOffset(view, 13)];
      if (length !== 25 || received === null || limit === null || limit < received) return null;
      return { type, stream, received, limit, arrivedAt: view.getUint32(21) };
    }
    case "end": {
      const offset = readOffset(view, 5);
      return length !== 13 || offset === null ? null : { type, stream, offset };
    }
    case "done":
      return length === 5 ? { type, stream } : null;
    case "reset": {
      const code = length === 6 ? RESET_CODES[view.getUint8(5)] : undefined;
      return code === undefined ? null : { type, stream, code };
    }
    default:
      return null;
  }
}

function readOffset(view: DataView, at: number): number | null {
  if (view.byteLength < at + 8) return null;
  const offset = Number(view.getBigUint64(at));
  return Number.isSafeInteger(offset) ? offset : null;
}
