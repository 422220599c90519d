/** The calls that nobody took here, kept in this browser and shared by its tabs; the newest first. */

import { isPeerId } from "../signaling/protocol.ts";
import { type MissedCall, missedCalls } from "./state.ts";

const MISSED_MAX = 20;
const STORAGE_KEY = "missed-calls";

function isMissedCall(value: unknown): value is MissedCall {
  return typeof value === "object" && value !== null &&
    "callId" in value && typeof value.callId === "string" &&
    "remotePeerId" in value && isPeerId(value.remotePeerId) &&
    "remoteName" in value && (value.remoteName === null || typeof value.remoteName === "string") &&
    "atMs" in value && typeof value.atMs === "number";
}

/** Shows what is stored, and follows the other tabs. */
export function followMissedCalls(): void {
  missedCalls.value = load();
  addEventListener("storage", ({ key }) => {
    if (key === STORAGE_KEY) missedCalls.value = load();
  });
}

/** Adds a call, once however many tabs missed it. */
export function addMissedCall(call: MissedCall): void {
  const others = load().filter(({ callId }) => callId !== call.callId);
  store([call, ...others].slice(0, MISSED_MAX));
}

export function clearMissedCalls(): void {
  store([]);
}

function load(): readonly MissedCall[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? "[]");
    return Array.isArray(stored) ? stored.filter(isMissedCall) : [];
  } catch {
    return missedCalls.value; // Site data is blocked: the list lasts as long as the page.
  }
}

function store(calls: readonly MissedCall[]): void {
  missedCalls.value = calls;
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(calls));
  } catch {
    // Site data is blocked: the list lasts as long as the page.
  }
}
