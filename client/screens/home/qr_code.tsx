/**
 * Shows the own link as a QR code, as large as the screen lets, for a phone that is held up to it. A call comes before it.
 */

import { effect } from "@preact/signals";
import { render } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { PeerId } from "../../../signaling/protocol.ts";
import { frontCall } from "../../model/state.ts";
import { firstWords } from "../../words/first_words.ts";
import { PeerIdText } from "../pieces/peer_mark.tsx";
import { drawQrCode } from "./qr_path.ts";

/** Opens over the page until it is closed by its button, Escape or a press beside it. */
export function showQrCode(peerId: PeerId, link: string): void {
  const place = document.body.appendChild(document.createElement("div"));
  const remove = () => {
    render(null, place);
    place.remove();
  };
  render(<QrCode peerId={peerId} link={link} onClose={remove} />, place);
}

type QrCodeProps = { readonly peerId: PeerId; readonly link: string; readonly onClose: () => void };

function QrCode({ peerId, link, onClose }: QrCodeProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const words = firstWords.value;
  const { path, size } = drawQrCode(link);
  useLayoutEffect(() => {
    ref.current?.showModal();
    // At once: what shows the call takes the focus, and cannot while this is before it.
    return effect(() => {
      if (frontCall.value !== null) ref.current?.close();
    });
  }, []);
  return (
    <dialog
      ref={ref}
      class="panel qr-code"
      aria-labelledby="qr-title"
      onClick={({ target, currentTarget }) => target === currentTarget && currentTarget.close()}
      onClose={onClose}
    >
      <div>
        <h2 id="qr-title">{words.scanMe}</h2>
        <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={link} shape-rendering="crispEdges">
          <path d={path} />
        </svg>
        <p>
          <PeerIdText peerId={peerId} />
        </p>
        <button type="button" class="button tonal" onClick={() => ref.current?.close()}>{words.closeQr}</button>
      </div>
    </dialog>
  );
}
