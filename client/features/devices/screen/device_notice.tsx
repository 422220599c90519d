/** What is said when another device is in use than before: the person's choice, or what has come of itself. */

import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { DeviceNotice } from "../../../devices/choosing.ts";
import { deviceView } from "../../../model/state.ts";
import { deviceWords } from "./device_words.ts";

/** How long what is said stays in sight, in milliseconds. */
const SHOWN_MS = 6_000;

function say({ type, label }: DeviceNotice): string {
  const { said, unnamed } = deviceWords.value;
  return said[type](label || unnamed);
}

/** Says it, for who hears, until something else is to be said; shows it for a while, in that look. */
export function SaidOfDevices({ look }: { look: string }) {
  const notice = deviceView.value?.notice ?? null;
  const shown = useSignal<DeviceNotice | null>(null);
  const first = useRef(notice); // What was said before.
  useEffect(() => {
    if (notice === null || notice === first.current) return;
    shown.value = notice;
    const timer = setTimeout(() => shown.value = null, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [notice]);
  const sentence = notice === null || notice === first.current ? "" : say(notice);
  return (
    <>
      <p class="unseen" role="status">{sentence}</p>
      {shown.value !== null && <p class={look} aria-hidden="true">{say(shown.value)}</p>}
    </>
  );
}
