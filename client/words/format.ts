/**
 * Turns values into what people read or see: times of day, initials, the look of an ID.
 *
 * Pure: time and locale come in from outside or from `Intl`; it knows no signals, no DOM and no sentences.
 */

import type { PeerId } from "../../signaling/protocol.ts";

/** Formats a moment as the time of day. */
export function formatTimeOfDay(atMs: number, locale?: string): string {
  return new Date(atMs).toLocaleTimeString(locale, { timeStyle: "short" });
}

/** Formats a moment of the past: today's as the time of day, an older one with its date. */
export function formatMoment(atMs: number, nowMs: number, locale?: string): string {
  const at = new Date(atMs);
  return at.toDateString() === new Date(nowMs).toDateString()
    ? formatTimeOfDay(atMs, locale)
    : at.toLocaleString(locale, { dateStyle: "medium", timeStyle: "short" });
}

/** Takes up to two initials from a name; empty when it holds no letter or digit. Joiners part no words. */
export function initialsOf(name: string): string {
  const words = name.replace(/\p{DI}/gu, "").split(/[^\p{L}\p{N}\p{M}]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const first = words[0] ?? "";
  const last = words.length > 1 ? words.at(-1) ?? "" : "";
  return [first, last].map((word) => Array.from(word)[0] ?? "").join("").toUpperCase();
}

/** One arc of an ID's mark, in degrees. */
export type MarkArc = { readonly startDegrees: number; readonly sweepDegrees: number };

/** Derives the picture of an ID: a hue, and one arc for each of its five groups. */
export function markOf(peerId: PeerId): { hueDegrees: number; arcs: MarkArc[] } {
  const groups = peerId.split("-").map((group) => parseInt(group.replace(/[^0-9a-v]/g, "7"), 32));
  return {
    hueDegrees: groups.reduce((sum, group) => sum + group, 0) % 360,
    arcs: groups.map((group) => ({ startDegrees: group % 360, sweepDegrees: 100 + Math.floor(group / 360) % 180 })),
  };
}
