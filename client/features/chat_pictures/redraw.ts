/**
 * Draws a picture anew: what leaves the page, and what it shows, has its dots and nothing else of the file, such as where
 * and by what camera it was taken.
 */

import { BYTES_MAX, SIDE_MAX } from "./picture_bounds.ts";

/** Up to this a picture stays as exact as it was, and keeps what is see-through. */
const EXACT_BYTES_MAX = 262_144;
const QUALITY = 0.87;
/** By how much it is made smaller while it has too many bytes, and how often. */
const SMALLER = 0.7;
const TRIES = 4;

/**
 * Null if it could not be made small enough. Rejects if it is no picture that this browser can read.
 *
 * @param file of a type that may be left as exact as it is, or of another
 */
export async function redraw(file: Blob): Promise<Blob | null> {
  const picture = await createImageBitmap(file);
  try {
    let scale = Math.min(1, SIDE_MAX / Math.max(picture.width, picture.height));
    for (let tries = 0; tries < TRIES; tries++, scale *= SMALLER) {
      const [width, height] = [picture.width, picture.height].map((side) => Math.max(1, Math.round(side * scale)));
      const canvas = new OffscreenCanvas(width ?? 1, height ?? 1);
      const context = canvas.getContext("2d");
      context?.drawImage(picture, 0, 0, canvas.width, canvas.height);
      const exact = /png|gif/.test(file.type) ? await canvas.convertToBlob() : null;
      if (exact !== null && exact.size <= EXACT_BYTES_MAX) return exact;
      if (context !== null) {
        context.globalCompositeOperation = "destination-over"; // JPEG knows nothing that is see-through.
        context.fillStyle = "white";
        context.fillRect(0, 0, canvas.width, canvas.height);
      }
      const drawn = await canvas.convertToBlob({ type: "image/jpeg", quality: QUALITY });
      if (drawn.size <= BYTES_MAX) return drawn;
    }
    return null;
  } finally {
    picture.close();
  }
}
