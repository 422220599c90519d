/** Pictures as far as their size is told: nothing behind that is a picture. */

type Bytes = Uint8Array<ArrayBuffer>;

export function createPng(width: number, height: number): Bytes {
  const bytes = new Uint8Array(64);
  const view = new DataView(bytes.buffer);
  [0x89504e47, 0x0d0a1a0a, 13, 0x49484452, width, height].forEach((word, index) => view.setUint32(4 * index, word));
  return bytes;
}

/** @param between what stands before the frame's segment and belongs to none */
export function createJpeg(
  width: number,
  height: number,
  { frame = 0xc0, between = [] }: { frame?: number; between?: readonly number[] } = {},
): Bytes {
  const sides = [height, width].flatMap((side) => [side >> 8, side & 255]);
  const application = [0xff, 0xe0, 0, 16, ...Array(14).fill(7)];
  const tables = [0xff, 0xdb, 0, 4, 1, 2];
  const head = [0xff, 0xd8, ...application, ...tables, ...between, 0xff, frame, 0, 17, 8, ...sides];
  return new Uint8Array([...head, ...Array(20).fill(0)]);
}
