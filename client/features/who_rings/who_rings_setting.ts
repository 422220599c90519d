/** The person's choice of who may ring. Kept with a copy, so that it holds from a page's first moment on. */

import { signal } from "@preact/signals";
import { is, readBy } from "../../../signaling/protocol/guards.ts";
import { Kept } from "../../kept/kept.ts";
import type { KeptStore } from "../../kept/kept_store.ts";
import { WHO_RINGS, type WhoRings } from "./ring_rules.ts";

export const whoRings = signal<WhoRings>("everybody");

/** Its key is known to `lookouts.ts`, which loads all this where there is a copy. */
export const WHO_RINGS_KEY = "who-rings";

/** @param store this page's, unless told otherwise */
export function createWhoRingsSetting(store?: KeptStore): Kept<WhoRings> {
  return new Kept<WhoRings>({
    key: WHO_RINGS_KEY,
    empty: "everybody",
    parse: readBy(is(...WHO_RINGS)),
    hasCopy: true,
    show: (who) => whoRings.value = who,
  }, store);
}

export const whoRingsSetting = createWhoRingsSetting();
