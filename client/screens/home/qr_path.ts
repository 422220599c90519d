/** Draws a text as a QR code (ISO/IEC 18004), as the path of an SVG. */

import { encodeQR } from "qr";

/** What must stay blank around one, in modules (ISO/IEC 18004 §6.3.8). */
const QUIET_ZONE = 4;

/**
 * @returns the path of all dark modules, each 1 wide and high, and how wide and high the whole is, the blank around it
 * included
 * @throws if the text is longer than a QR code holds
 */
export function drawQrCode(text: string): { readonly path: string; readonly size: number } {
  const rows = encodeQR(text, "raw", { ecc: "medium", border: QUIET_ZONE });
  let path = "";
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      const from = x;
      while (row[x]) x++;
      if (x > from) path += `M${from} ${y}h${x - from}v1h-${x - from}z`;
    }
  });
  return { path, size: rows.length };
}
