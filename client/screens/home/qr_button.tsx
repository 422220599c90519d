/** Offers the own link as a QR code. What draws one is loaded when it is asked for. */

import { callablePeerId, frontCall, obstacle } from "../../model/state.ts";
import { loadStyle } from "../../page/style.ts";
import { firstWords } from "../../words/first_words.ts";
import { notify, ownLink } from "../pieces/copy.tsx";
import { QrIcon } from "../pieces/icons.tsx";
import { unable } from "../pieces/unable.ts";

let isOpening = false;

async function open(): Promise<void> {
  const peerId = callablePeerId.peek();
  if (peerId === null || isOpening) return;
  isOpening = true;
  try {
    const [{ showQrCode }] = await Promise.all([import("./qr_code.tsx"), loadStyle("call")]);
    if (frontCall.peek() === null) showQrCode(peerId, ownLink(peerId));
  } catch (error) {
    console.warn("Cannot show a QR code:", error);
    notify(firstWords.peek().qrMissing);
  } finally {
    isOpening = false;
  }
}

export function QrButton() {
  const words = firstWords.value;
  return (
    <button
      type="button"
      class="button tonal qr-button"
      title={words.qrCode}
      aria-label={words.qrCode}
      disabled={callablePeerId.value === null && obstacle.value === null}
      {...unable()}
      onClick={() => void open()}
    >
      <QrIcon />
    </button>
  );
}
