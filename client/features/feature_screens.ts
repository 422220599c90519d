/**
 * What features show on the screen of a call. No call needs it in its first second, so it is loaded right behind the code
 * of calls, all of it: what is opened first while the server is away must be there. The stage asks what stands where, and
 * knows none by name. One line each.
 */

import { signal } from "@preact/signals";
import type { CallView } from "../conversation/call_views.ts";
import type { FeatureScreen } from "../model/feature_screen.ts";
import { beforeCall } from "../model/state.ts";
import { loadStyle } from "../page/style.ts";

const LOADERS: Readonly<Record<string, () => Promise<{ readonly SCREEN: FeatureScreen }>>> = {
  hold: () => import("./hold/screen/hold_screen.tsx"),
  quality: () => import("./quality/screen/quality_screen.tsx"),
  comparison: () => import("./comparison/screen/verify.tsx"),
  "screen-share": () => import("./screen_share/screen/share_screen.tsx"),
  draw: () => import("./draw/screen/draw_screen.tsx"),
  chat: () => import("./chat/screen/chat_screen.tsx"),
  files: () => import("./files/screen/files_screen.tsx"),
  reactions: () => import("./reactions/screen/reactions_screen.tsx"),
  devices: () => import("./devices/screen/devices_screen.tsx"),
  pictures: () => import("./pictures/screen/pictures_screen.tsx"),
  "own-sound": () => import("./devices/screen/own_sound.tsx"),
  keyboard: () => import("./keyboard/screen/keyboard_screen.tsx"),
  preview: () => import("./preview/screen/preview_screen.tsx"),
  notes: () => import("./notes/screen/notes_screen.tsx"),
  ringing: () => import("./ringing/screen/ringing_screen.tsx"),
};

/** Those that have come; null for one that is on its way. */
const screens = signal<Readonly<Record<string, FeatureScreen | null>>>({});

/** Whether some did not come. */
export const areScreensMissing = signal(false);

/** Fetches those that are not there yet: before there is a call, as each begins, and when the person tries it again. */
export function loadFeatureScreens(): void {
  areScreensMissing.value = false;
  const style = loadStyle("features");
  for (const name of Object.keys(LOADERS)) if (screens.peek()[name] === undefined) void load(name, style);
}

async function load(name: string, style: Promise<void>): Promise<void> {
  screens.value = { ...screens.peek(), [name]: null };
  try {
    const [loaded] = await Promise.all([LOADERS[name]?.(), style]);
    if (loaded === undefined) return;
    screens.value = { ...screens.peek(), [name]: loaded.SCREEN };
    beforeCall.value = loaded.SCREEN.BeforeCall ?? beforeCall.peek();
  } catch (error) {
    console.warn(`Cannot load the screen of ${name} yet:`, error);
    const { [name]: _, ...others } = screens.peek();
    screens.value = others;
    areScreensMissing.value = true;
  }
}

/** Those that have come; some have something to show beside every screen. */
export function screensBeside(): readonly (FeatureScreen | null)[] {
  return Object.values(screens.value);
}

/** Those that have something to show in the call, in the order of the list. */
export function screensOf({ features }: CallView): readonly FeatureScreen[] {
  return Object.keys(LOADERS).flatMap((name) => {
    const screen = screens.value[name] ?? null;
    return screen !== null && (screen.isAlwaysShown || features.has(name)) ? [screen] : [];
  });
}
