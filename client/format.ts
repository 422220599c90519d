/**
 * Turns values into what people read or see: durations, times of day, initials, the look of an ID.
 *
 * Pure: time and locale come in from outside or from `Intl`; it knows no signals, no DOM and no sentences.
 */

import type { PeerId } from "../signaling/protocol.ts";

/** Formats a running time as `mm:ss`, from an hour on as `h:mm:ss`. */
export function formatTimer(durationMs: number): string {
  const { hours, minutes, seconds } = split(durationMs);
  const tail = String(seconds).padStart(2, "0");
  return hours > 0
    ? `${hours}:${String(minutes).padStart(2, "0")}:${tail}`
    : `${String(minutes).padStart(2, "0")}:${tail}`;
}

/** Formats a finished time as a person would say it: `48 seconds`, `12 min 5 s`, `1 h 2 min`; a
 * figure and its unit never part at a line's end. */
export function formatDuration(durationMs: number): string {
  const { hours, minutes, seconds } = split(durationMs);
  if (hours > 0) return minutes > 0 ? `${hours}\u00a0h ${minutes}\u00a0min` : `${hours}\u00a0h`;
  if (minutes > 0) return seconds > 0 ? `${minutes}\u00a0min ${seconds}\u00a0s` : `${minutes}\u00a0min`;
  return `${seconds}\u00a0${seconds === 1 ? "second" : "seconds"}`;
}

function split(durationMs: number): { hours: number; minutes: number; seconds: number } {
  const total = Math.max(0, Math.floor(durationMs / 1000));
  return { hours: Math.floor(total / 3600), minutes: Math.floor(total / 60) % 60, seconds: total % 60 };
}

/** Formats a moment as the time of day in the reader's locale. */
export function formatTimeOfDay(atMs: number): string {
  return new Date(atMs).toLocaleTimeString([], { timeStyle: "short" });
}

/** Formats a moment of the past: today's as the time of day, an older one with its date. */
export function formatMoment(atMs: number, nowMs: number): string {
  const at = new Date(atMs);
  return at.toDateString() === new Date(nowMs).toDateString()
    ? formatTimeOfDay(atMs)
    : at.toLocaleString([], { dateStyle: "medium", timeStyle: "short" });
}

/** Takes up to two initials from a name; empty when it holds no letter or digit. */
export function initialsOf(name: string): string {
  const words = name.match(/[\p{L}\p{N}]\p{M}*/gu) === null ? [] : name.split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean);
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
