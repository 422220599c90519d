/**
 * When the page offers to become an app: once the person has met somebody, and until they say no. Where the browser has
 * no button for it, on iPhones and iPads, they are told the way.
 */

import { computed, signal } from "@preact/signals";
import { isBoolean, readBy } from "../../signaling/protocol/guards.ts";
import { Kept } from "../kept/kept.ts";
import { installPrompt, knownPeers } from "../model/state.ts";

const isDeclined = signal(false);
const declined = new Kept<boolean>({
  key: "declines-app",
  empty: false,
  parse: readBy(isBoolean),
  show: (value) => isDeclined.value = value,
});

/** Whether this page is the app already. */
export function isApp(): boolean {
  return matchMedia("(display-mode: standalone)").matches;
}

/** Only Safari on phones and tablets tells it so; and in a frame the way would lead to the page around. */
const isHomeScreenOffered = globalThis.parent === globalThis.window && "standalone" in navigator &&
  navigator.standalone === false;

/** How it can become an app; null where it is to say nothing of it. */
export const installWay = computed<"browser" | "home-screen" | null>(() => {
  if (isDeclined.value || knownPeers.value.length === 0 || isApp()) return null;
  return installPrompt.value !== null ? "browser" : isHomeScreenOffered ? "home-screen" : null;
});

/** Has the browser ask the person; whatever they say to it, they are not asked again by the page. */
export async function install(): Promise<void> {
  const prompt = installPrompt.value;
  installPrompt.value = null; // It can be shown once.
  if (await prompt?.prompt().then(({ outcome }) => outcome) === "dismissed") declineInstall();
}

export function declineInstall(): void {
  declined.change(() => true);
}
