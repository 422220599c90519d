/** Offers to scan somebody's link beside the field for it. What scans is loaded when it is asked for. */

import { frontCall, obstacle, scanButton } from "../../model/state.ts";
import { loadStyle } from "../../page/style.ts";
import { scan as english } from "../../words/en/home/scan.ts";
import { createPart } from "../../words/language.ts";
import { notify } from "../pieces/copy.tsx";
import { QrIcon } from "../pieces/icons.tsx";
import { unable } from "../pieces/unable.ts";

export const scanWords = createPart("home", "scan", english);

let isOpening = false;

async function open(): Promise<void> {
  if (isOpening || obstacle.peek() !== null) return;
  isOpening = true;
  try {
    const [{ showScanner }] = await Promise.all([import("./scanner.tsx"), loadStyle("call")]);
    if (frontCall.peek() === null) showScanner(scanWords);
  } catch (error) {
    console.warn("Cannot scan:", error);
    notify(scanWords.peek().unloaded);
  } finally {
    isOpening = false;
  }
}

function ScanButton() {
  const { scan } = scanWords.value;
  return (
    <button type="button" class="scan" title={scan} aria-label={scan} {...unable()} onClick={() => void open()}>
      <QrIcon />
    </button>
  );
}

/** Shows it, where a page can ask for a camera at all. */
export function offerScan(): void {
  if (navigator.mediaDevices !== undefined) scanButton.value = ScanButton;
}
