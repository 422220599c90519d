/**
 * The way to compare words in a call: the button beside the name, the word that the other end has begun, and the panel,
 * whose code is loaded when it is first opened. Unverified looks neutral: it is how most calls are.
 */

import { type Signal, signal, useComputed } from "@preact/signals";
import type { ComponentType } from "preact";
import { type Actions, type CallView, knownPeers } from "../state.ts";
import { findVerifiedAtMs } from "../known_peers.ts";
import { whoOf } from "../sentences.ts";
import { ShieldCheckIcon, ShieldIcon } from "./icons.tsx";

export type VerifyPanelProps = {
  readonly call: CallView;
  readonly actions: Actions;
  readonly verifiedAtMs: number | null;
  readonly onClose: () => void;
};

/** Null until its code has been loaded. */
const panel: Signal<ComponentType<VerifyPanelProps> | null> = signal(null);
const openIn = signal<CallView["callId"] | null>(null);

export function isVerifyOpen({ callId }: CallView): boolean {
  return openIn.value === callId;
}

/** Opens the panel, and asks for the words if nobody has yet. */
export async function openVerify({ callId }: CallView, actions: Actions): Promise<void> {
  openIn.value = callId;
  actions.compareWords(callId);
  try {
    panel.value ??= (await import("./verify_panel.tsx")).VerifyPanel;
  } catch (error) {
    console.warn("Cannot show the words:", error);
    openIn.value = null; // The next press tries again.
  }
}

function closeVerify(): void {
  openIn.value = null;
  document.querySelector<HTMLElement>(".verify")?.focus({ preventScroll: true });
}

export function VerifyButton({ call, actions }: { call: CallView; actions: Actions }) {
  const isVerified = useComputed(() => findVerifiedAtMs(knownPeers.value, call.remotePeerId) !== null).value;
  const isOpen = isVerifyOpen(call);
  return (
    <button
      type="button"
      class={isVerified ? "verify verified" : "verify"}
      aria-expanded={isOpen}
      onClick={() => isOpen ? closeVerify() : void openVerify(call, actions)}
    >
      {isVerified ? <ShieldCheckIcon /> : <ShieldIcon />}
      {isVerified ? "Verified" : "Verify"}
    </button>
  );
}

/** Says that the other end's person wants to compare, until this one has looked. */
export function VerifyRequest({ call, actions }: { call: CallView; actions: Actions }) {
  const isVerified = findVerifiedAtMs(knownPeers.value, call.remotePeerId) !== null;
  if (!call.comparison?.isAskedFor || isVerified || isVerifyOpen(call)) return null;
  return (
    <p class="chip request">
      <ShieldIcon />
      <span>
        <bdi>{whoOf(call)}</bdi> would like to compare words.
      </span>
      <button type="button" class="button tonal" onClick={() => void openVerify(call, actions)}>Show words</button>
    </p>
  );
}

export function VerifyLayer({ call, actions }: { call: CallView; actions: Actions }) {
  const Panel = panel.value;
  if (Panel === null || !isVerifyOpen(call)) return null;
  const verifiedAtMs = findVerifiedAtMs(knownPeers.value, call.remotePeerId);
  return <Panel call={call} actions={actions} verifiedAtMs={verifiedAtMs} onClose={closeVerify} />;
}
