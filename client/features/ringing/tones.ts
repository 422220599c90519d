/**
 * The tones that calls may ring by, made by Web Audio so that nothing is fetched, and which of them the person has chosen.
 */

import { signal } from "@preact/signals";
import { is, readBy } from "../../../signaling/protocol/guards.ts";
import { type Pattern, RING, ringTone } from "../../attention/ring.ts";
import { Kept } from "../../kept/kept.ts";
import type { KeptStore } from "../../kept/kept_store.ts";

export const TONE_NAMES = ["classic", "chimes", "drops", "telephone"] as const;
export type ToneName = typeof TONE_NAMES[number];

/** Notes one after another, each as long after the one before. */
function row(hz: readonly number[], apartMs: number, forMs: number): Pattern["notes"] {
  return hz.map((each, index) => ({ hz: each, atMs: index * apartMs, forMs }));
}

/** Two tones at once, as a bell in a telephone was. */
const bell = (atMs: number) => [440, 480].map((hz) => ({ hz, atMs, forMs: 420 }));

export const TONES: Readonly<Record<ToneName, Pattern>> = {
  classic: RING,
  chimes: { notes: row([1_047, 784, 659, 523], 320, 1_200), everyMs: 4_000, isStruck: true },
  drops: { notes: row([587, 880, 587, 988, 784, 880], 140, 240), everyMs: 2_600, wave: "triangle", isStruck: true },
  telephone: { notes: [0, 520, 1_040].flatMap(bell), everyMs: 3_600 },
};

/** What the person has chosen. */
export const toneName = signal<ToneName>("classic");

/** @param store this page's, unless told otherwise */
export function createToneSetting(store?: KeptStore): Kept<ToneName> {
  return new Kept<ToneName>({
    key: "ring-tone",
    empty: "classic",
    parse: readBy(is(...TONE_NAMES)),
    show(name) {
      toneName.value = name;
      ringTone.value = TONES[name];
    },
  }, store);
}

/** How long a pattern sounds, once, in milliseconds. */
export function lengthOf({ notes }: Pattern): number {
  return Math.max(...notes.map(({ atMs, forMs }) => atMs + forMs));
}
