/**
 * Talks with the page of others that has ours in a frame: it hears how a call goes, and may place and end one, as
 * docs/embedding.md says.
 *
 * Only the page right above counts, and only if it is of an origin that the server has named in the document; whatever
 * else sends a message is not even answered. What is told are five words and why a call ended: no ID, no name.
 */

import { effect } from "@preact/signals";
import type { EndReason } from "../call/end_reason.ts";
import { type Actions, calls, frontCall, hasLiveCalls, invitingPeerId, lineStatus } from "../model/state.ts";
import { dial } from "../screens/home/dial_form.tsx";

type Told =
  | { readonly videoCalling: "ready" | "calling" | "ringing" | "connected" }
  | { readonly videoCalling: "ended"; readonly reason: string };

/** What pages are told of an end; every other is `failed`. */
const REASONS: Partial<Record<EndReason, string>> = {
  "hung-up": "hung-up",
  "remote-hung-up": "hung-up",
  "cancelled": "hung-up",
  "declined": "declined",
  "busy": "busy",
  "unanswered": "unanswered",
  "unavailable": "unavailable",
};

function readEmbedders(): readonly string[] {
  return document.querySelector<HTMLMetaElement>("meta[name=embedders]")?.content.split(" ") ?? [];
}

/** Has the browser hand it to nobody else: of another origin than it is told, the page above gets nothing. */
function tell(told: Told, origins: readonly string[]): void {
  // Where browsers say who is above there is no need to try them all.
  const above = globalThis.location.ancestorOrigins?.[0];
  for (const origin of origins) if (above === undefined || origin === above) parent.postMessage(told, origin);
}

/** Follows all calls of this page, and tells each step once; an end also of those that leave the screen without one. */
function followCalls(tell: (told: Told) => void): void {
  let before = new Map<string, string>();
  effect(() => {
    const now = new Map<string, string>();
    for (const { callId, phase, connectedAtMs, endReason } of calls.value) {
      const step = phase === "ended"
        ? "ended"
        : connectedAtMs !== null
        ? "connected"
        : phase === "incoming"
        ? "ringing"
        : "calling";
      now.set(callId, step);
      if (before.get(callId) === step) continue;
      if (step === "ended") tell({ videoCalling: step, reason: REASONS[endReason ?? "failed"] ?? "failed" });
      else tell({ videoCalling: step });
    }
    for (const [callId, step] of before) {
      if (now.has(callId) || step === "ended") continue;
      // Such as a stranger's who took it back, or whoever the person had no time for.
      tell({ videoCalling: "ended", reason: step === "ringing" ? "unanswered" : "failed" });
    }
    before = now;
  });
}

export function openFrame(actions: Actions): void {
  const origins = readEmbedders();
  const tellAbove = (told: Told) => tell(told, origins);
  addEventListener("message", ({ source, origin, data }) => {
    if (source !== parent || !origins.includes(origin)) return;
    const asked: unknown = data?.videoCalling;
    const [called, call] = [invitingPeerId.value, frontCall.value];
    if (asked === "call" && called !== null && !hasLiveCalls.value) dial(actions, called);
    if (asked === "hangup" && call !== null && call.phase !== "ended") actions.hangUp(call.callId);
  });
  // No other page of ours may be in a frame.
  addEventListener("click", ({ target }) => {
    const link = target instanceof Element ? target.closest("a") : null;
    if (link !== null) link.target = "_blank";
  }, true);
  effect(() => {
    if (lineStatus.value === "registered") tellAbove({ videoCalling: "ready" });
  });
  followCalls(tellAbove);
}
