/**
 * Copying and sharing the own link and ID, with a way out where the browser gives no clipboard (a page without HTTPS).
 *
 * Owns the short notice that says so, which fades by itself; the live region in `app.tsx` speaks it.
 */

import { signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { callablePeerId, obstacle, ownLinkName, reachNote } from "../../model/state.ts";
import { firstWords } from "../../words/first_words.ts";
import type { PeerId } from "../../../signaling/protocol.ts";
import { CheckIcon, LinkIcon, ShareIcon } from "./icons.tsx";
import { unable } from "./unable.ts";

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
    notify(firstWords.value.copyByHand);
  }
}

/** The own link, with the own name for whoever opens it to see whom they call. */
export function ownLink(peerId: PeerId): string {
  const fragment = `#${peerId}${ownLinkName.value}`;
  return new URL(`./${fragment}`, location.href).href; // The page may be below a path of its host's.
}

/** Offers the own link to copy and, where the device has a share sheet, to share; and whatever else a screen offers. */
export function LinkButtons({ children }: { readonly children?: ComponentChildren }) {
  const words = firstWords.value;
  const peerId = callablePeerId.value;
  const use = { disabled: peerId === null && obstacle.value === null, ...unable() };
  const isCopied = notice.value === words.linkCopied;
  const copy = () => peerId !== null && void copyText(ownLink(peerId), words.linkCopied);
  const share = () => {
    if (peerId === null) return;
    navigator.share({ title: words.callMe, url: ownLink(peerId) }).catch(() => {
      // Closing the share sheet without choosing also lands here; there is nothing to say.
    });
  };
  return (
    <div class="link-buttons">
      <CopyByHand />
      <button type="button" class="button tonal" {...use} onClick={copy}>
        {isCopied ? <CheckIcon /> : <LinkIcon />}
        {words.copyLink}
      </button>
      {/* Always there, or what follows would move: the style sheet shows it to fingers that have a share sheet. */}
      <button type="button" class="button tonal share" {...use} onClick={share}>
        <ShareIcon />
        {words.shareLink}
      </button>
      {children}
    </div>
  );
}

function selectAll(field: HTMLInputElement | null): void {
  field?.focus();
  field?.select();
}

/**
 * Holds the text that has to be copied by hand, over the buttons that were pressed, so that nothing moves; gone with the
 * focus, and with its screen. A window that loses the focus takes none from it.
 */
function CopyByHand() {
  const text = textByHand.value;
  const forget = () => {
    if (textByHand.peek() === text) textByHand.value = "";
  };
  useEffect(() => forget, [text]);
  if (text === "") return null;
  return (
    <input
      key={text}
      class="field by-hand"
      readOnly
      aria-label={firstWords.value.textToCopy}
      value={text}
      ref={selectAll}
      onBlur={({ currentTarget }) => document.activeElement !== currentTarget && forget()}
    />
  );
}

/** Says what just happened in the place of what is said there usually, which keeps it open. */
export function Told({ usual }: { usual: string }) {
  const said = notice.value || reachNote.value || "";
  return (
    <div class="told quiet">
      <p class={said === "" ? "" : "unsaid"}>{usual}</p>
      <p>{said}</p>
    </div>
  );
}
