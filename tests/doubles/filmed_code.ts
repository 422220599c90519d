/** What a camera films that is held up to a QR code, as a file that Chromium takes for a camera (YUV4MPEG2). */

import { encodeQR } from "qr";

const [WIDTH, HEIGHT] = [640, 480];
const [LIGHT, DARK, GREY] = [235, 16, 128] as const;
/** Width and height of a module, in pixels. */
const MODULE = 8;

/** Films a code of this text, in the middle of a grey picture. */
export function filmCode(text: string): Uint8Array<ArrayBuffer> {
  const rows = encodeQR(text, "raw", { ecc: "medium", border: 4 });
  const [left, top] = [(WIDTH - rows.length * MODULE) / 2, (HEIGHT - rows.length * MODULE) / 2].map(Math.floor);
  const luma = new Uint8Array(WIDTH * HEIGHT).map((_, index) => {
    const [x = 0, y = 0] = [index % WIDTH - (left ?? 0), Math.floor(index / WIDTH) - (top ?? 0)].map((at) =>
      Math.floor(at / MODULE)
    );
    const isDark = rows[y]?.[x];
    return isDark === undefined ? GREY : isDark ? DARK : LIGHT;
  });
  const chroma = new Uint8Array(WIDTH * HEIGHT / 2).fill(128);
  const encoder = new TextEncoder();
  const parts = [
    encoder.encode(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F5:1 Ip A1:1 C420\n`),
    ...Array.from({ length: 2 }, () => [encoder.encode("FRAME\n"), luma, chroma]).flat(),
  ];
  const file = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    file.set(part, at);
    at += part.length;
  }
  return file;
}
