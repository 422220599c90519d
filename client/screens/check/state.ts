/** What the check page shows, as signals; written by `run.ts`, read by the components. */

import { computed, signal } from "@preact/signals";
import type { Measures } from "./sentences.ts";
import type { CheckId, Outcomes } from "./verdict.ts";

export const results = signal<Partial<Outcomes>>({});
export const measures = signal<Measures>({});
export const running = signal<ReadonlySet<CheckId>>(new Set());
/** `idle` before the first run; `done` when all but the person's own answer is known. */
export const stage = signal<"idle" | "running" | "done">("idle");
/** The own tracks while the check holds the devices open. */
export const stream = signal<MediaStream | null>(null);
/** The loudness of this moment, as the peak of a wave of 0 to 1. */
export const level = signal(0);
export const isRelayOnly = signal(false);

/** What counts where a check came to no end. */
const UNFINISHED: Outcomes = {
  "browser": "works",
  "camera": "failed",
  "microphone": "failed",
  "speaker": "unanswered",
  "socket": "unreachable",
  "stun": "untested",
  "turn-udp": "untested",
  "turn-tcp": "untested",
  "turn-tls": "untested",
  "direct": "failed",
  "relayed": "untested",
};

/** All results once the run is over; null before. */
export const fullResults = computed<Outcomes | null>(() =>
  stage.value === "done" ? { ...UNFINISHED, ...results.value } : null
);
