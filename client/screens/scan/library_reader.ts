/** Reads QR codes in pictures by a library, which is loaded where the browser reads none itself. */

import decodeQR from "qr/decode.js";

/** Gives the text of a code in the picture of now; null where there is none that can be read. */
export type CodeReader = (video: HTMLVideoElement) => Promise<string | null>;

/** Longest side of the picture that it looks at, in pixels: enough for a code that fills a third of it. */
const SIDE_MAX = 640;

export function createLibraryReader(): CodeReader {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  const look = (video: HTMLVideoElement) => {
    const scale = Math.min(1, SIDE_MAX / Math.max(video.videoWidth, video.videoHeight));
    const [width, height] = [Math.round(video.videoWidth * scale), Math.round(video.videoHeight * scale)];
    if (context === null || width === 0 || height === 0) return null;
    if (canvas.width !== width || canvas.height !== height) [canvas.width, canvas.height] = [width, height];
    context.drawImage(video, 0, 0, width, height);
    try {
      return decodeQR({ data: context.getImageData(0, 0, width, height).data, width, height });
    } catch {
      return null; // It throws where it finds none.
    }
  };
  return (video) => Promise.resolve(look(video));
}
