/** Loads what the first screen says on a page without HTTPS; other pages never need it. */

import { signal } from "@preact/signals";
import type { ComponentType } from "preact";

/** Null where it is not needed, and until it is there. */
export const insecureBanner = signal<ComponentType<{ isGuest: boolean }> | null>(null);

export async function loadInsecureBanner(): Promise<void> {
  try {
    insecureBanner.value = (await import("./insecure_banner.tsx")).InsecureBanner;
  } catch (error) {
    console.warn("Cannot load why HTTPS is needed:", error); // The status line says that it is.
  }
}
