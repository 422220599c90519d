/**
 * Copying and sharing the own link and ID, with a way out where the browser gives no clipboard (a page without HTTPS).
 *
 * Owns the short notice that says so, which fades by itself; the live region in `app.tsx` speaks it.
 */

import { signal } from "@preact/signals";
import { localPeerId } from "../state.ts";
import { SENTENCES } from "../sentences.ts";
import type { PeerId } from "../../signaling/protocol.ts";
import { CheckIcon, LinkIcon, ShareIcon } from "./icons.tsx";

const NOTICE_MS = 4_000;

/** What just happened on the page, for a few seconds; empty otherwise. */
export const notice = signal("");
/** A text to be copied by hand, where the clipboard refuses; empty otherwise. */
const textByHand = signal("");
let noticeTimer: ReturnType<typeof setTimeout> | undefined;

/** Says something for a few seconds. */
export function notify(sentence: string): void {
  clearTimeout(noticeTimer);
  notice.value = sentence;
  noticeTimer = setTimeout(() => notice.value = "", NOTICE_MS);
}

/** Copies `text` and says `sentence`; without a clipboard, shows the text selected to be copied by hand. */
export async function copyText(text: string, sentence: string): Promise<void> {
  try {
    // Absent in an insecure context, whatever the type says; the call then throws like a refusal.
    await navigator.clipboard.writeText(text);
    textByHand.value = "";
    notify(sentence);
  } catch {
    textByHand.value = text;
    notify(SENTENCES.copyByHand);
  }
}

function linkTo(peerId: PeerId): string {
  return `${location.origin}/#${peerId}`;
}

/** Offers the own link to copy and, where the device has a share sheet, to share. */
export function LinkButtons() {
  const peerId = localPeerId.value;
  const canShare = typeof navigator.share === "function" && matchMedia("(pointer: coarse)").matches;
  const isCopied = notice.value === SENTENCES.linkCopied;
  const copy = () => peerId !== null && void copyText(linkTo(peerId), SENTENCES.linkCopied);
  const share = () => {
    if (peerId === null) return;
    navigator.share({ title: "Call me", url: linkTo(peerId) }).catch(() => {
      // Closing the share sheet without choosing also lands here; there is nothing to say.
    });
  };
  return (
    <div class="link-buttons">
      <button type="button" class="button tonal" disabled={peerId === null} onClick={copy}>
        {isCopied ? <CheckIcon /> : <LinkIcon />}Copy link
      </button>
      {canShare && (
        <button type="button" class="button tonal" disabled={peerId === null} onClick={share}>
          <ShareIcon />Share link
        </button>
      )}
    </div>
  );
}

function selectAll(field: HTMLInputElement | null): void {
  field?.focus();
  field?.select();
}

/** Holds the text that has to be copied by hand; shows nothing while the clipboard works. */
export function CopyByHand() {
  const text = textByHand.value;
  if (text === "") return null;
  return <input key={text} class="field by-hand" readOnly aria-label="Text to copy" value={text} ref={selectAll} />;
}
