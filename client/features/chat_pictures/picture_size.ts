/**
 * Reads what kind of picture some bytes are and how large it says to be, before anything decodes them: a few bytes can
 * become gigabytes of dots. Knows the two kinds that pages send each other, and takes them only as such pages make them.
 * Pure.
 */

import type { Bytes } from "../../streams/byte_queue.ts";

export type PictureSize = {
  readonly type: "image/png" | "image/jpeg";
  readonly width: number;
  readonly height: number;
};

/** Signature, length and name of the first chunk (W3C PNG §5.2, §11.2.1). */
const PNG = [0x89504e47, 0x0d0a1a0a, 13, 0x49484452] as const;

/** Null for what is neither. */
export function readSize(bytes: Bytes): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (bytes.length < 24) return null;
  if (PNG.every((word, index) => view.getUint32(4 * index) === word)) {
    return { type: "image/png", width: view.getUint32(16), height: view.getUint32(20) };
  }
  return view.getUint16(0) === 0xffd8 ? readJpeg(view) : null;
}

/** Goes from segment to segment until that of the frame (ITU-T T.81 §B.2.2); each must begin where the last ends. */
function readJpeg(view: DataView): PictureSize | null {
  for (let at = 2; at + 9 <= view.byteLength; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint16(at);
    const isFrame = marker >= 0xffc0 && marker <= 0xffc2; // Others are of kinds that browsers do not draw.
    if (isFrame) return { type: "image/jpeg", width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    // Tables, comments and what applications add; anything else before the frame is no picture of ours.
    if (marker !== 0xffdb && marker !== 0xffc4 && marker !== 0xffdd && (marker < 0xffe0 || marker > 0xfffe)) {
      return null;
    }
  }
  return null;
}
