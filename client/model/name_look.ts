/** Has names compared by their look. Used by `engine.ts`, which says where the code of that comes from. */

import { effect } from "@preact/signals";
import type { Look } from "../kept/people/known_peers.ts";
import { knownPeers, nameLook } from "./state.ts";

/** Loads it once there is anybody known: until then there is no name to compare with. */
export function followLooks(load: () => Promise<{ readonly skeletonOf: Look }>): void {
  const stop = effect(() => {
    if (knownPeers.value.length === 0) return;
    queueMicrotask(() => stop());
    load().then(({ skeletonOf }) => nameLook.value = skeletonOf)
      .catch((error: unknown) => console.warn("Cannot compare names by their look:", error));
  });
}
