/**
 * Reads QR codes in pictures: by the browser where it can (W3C Shape Detection `#barcode-detection-api`), and otherwise by
 * a library.
 */

import type { CodeReader } from "./library_reader.ts";

/** TypeScript has no types of it. */
interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}
declare const BarcodeDetector: {
  new (options: { formats: readonly string[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
} | undefined;

/** Makes what gives the text of a code in the picture of now; null where there is none that can be read. */
export async function createCodeReader(): Promise<CodeReader> {
  const detector = await findDetector();
  if (detector === null) return await loadLibraryReader();
  let library: CodeReader | null = null;
  return async (video) => {
    if (library !== null) return await library(video);
    try {
      return (await detector.detect(video))[0]?.rawValue ?? null;
    } catch {
      library = await loadLibraryReader(); // There, and not able to: so it is where the system lacks what it rests on.
      return null;
    }
  };
}

async function loadLibraryReader(): Promise<CodeReader> {
  return (await import("./library_reader.ts")).createLibraryReader();
}

async function findDetector(): Promise<Detector | null> {
  try {
    if (typeof BarcodeDetector === "undefined") return null;
    const formats = await BarcodeDetector.getSupportedFormats();
    return formats.includes("qr_code") ? new BarcodeDetector({ formats: ["qr_code"] }) : null;
  } catch {
    return null;
  }
}
