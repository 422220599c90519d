/**
 * The features of this page, one line each. This file loads none of their code. The build reads it too, and holds each
 * feature to its size.
 */

import type { FeatureEntry } from "../feature/feature.ts";

export const FEATURES: readonly FeatureEntry[] = [
  {
    ...{ name: "media-state", type: "media-state", isEager: true, bytesMax: 576 },
    messages: { max: 60, perSecond: 6 },
    load: () => import("./media_state/media_state.ts"),
  },
  {
    ...{ name: "sight", isEager: true, bytesMax: 768 },
    messages: { max: 10, perSecond: 2 },
    load: () => import("./sight/sight.ts"),
  },
  {
    ...{ name: "quality", isEager: true, bytesMax: 3.5 * 1_024 },
    messages: { max: 5, perSecond: 1 },
    load: () => import("./quality/quality.ts"),
  },
  {
    // Two windows of what may be on its way, with as many words on what has come, who writes, and what, five times a second.
    ...{ name: "chat", isEager: true, bytesMax: 3_160 },
    messages: { max: 60, perSecond: 12 },
    load: () => import("./chat/chat.ts"),
  },
  {
    // It says what it says by streams.
    ...{ name: "chat-pictures", bytesMax: 2 * 1_024 },
    messages: { max: 1, perSecond: 1 },
    load: () => import("./chat_pictures/chat_pictures.ts"),
  },
  {
    ...{ name: "reactions", isEager: true, bytesMax: 1_024 },
    messages: { max: 20, perSecond: 3 },
    load: () => import("./reactions/reactions.ts"),
  },
  {
    // It says nothing: what is shared is told by `media-state`.
    ...{ name: "screen-share", bytesMax: 842 },
    messages: { max: 10, perSecond: 1 },
    load: () => import("./screen_share/screen_share.ts"),
  },
  {
    // What people draw, 30 times a second, and once more as much at once where the path was held up.
    ...{ name: "draw", bytesMax: 752 },
    messages: { max: 60, perSecond: 40 },
    load: () => import("./draw/draw.ts"),
  },
  {
    // It says what it says by streams, and so no message: `hearing.ts` bounds those.
    ...{ name: "files", bytesMax: 8 * 1_024 },
    messages: { max: 1, perSecond: 1 },
    load: () => import("./files/files.ts"),
  },
  {
    // It says what it says by the connection alone: a card, again until it was heard, and that one was.
    ...{ name: "reach", bytesMax: 1_024 },
    messages: { max: 10, perSecond: 1 },
    load: () => import("./reach/reach.ts"),
  },
  {
    ...{ name: "comparison", type: "compare", bytesMax: 2_560 },
    messages: { max: 20, perSecond: 1 },
    load: () => import("./comparison/comparison.ts"),
  },
];

/** Fetches what every call needs before there is one: the server may be gone by then. */
export function loadEagerFeatures(): void {
  for (const { name, isEager, load } of FEATURES) {
    if (isEager) load().catch((error: unknown) => console.warn(`Cannot load ${name} yet:`, error));
  }
}
