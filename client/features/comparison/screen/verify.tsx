/**
 * The way to compare words in a call: the button beside the name, the word that the other end has begun, and the panel.
 * Unverified looks neutral: it is how most calls are.
 */

import { useComputed } from "@preact/signals";
import { type Actions, knownPeers, openPanel, sidePanel } from "../../../model/state.ts";
import type { CallView } from "../../../conversation/call_views.ts";
import type { FeaturePartProps, FeatureScreen } from "../../../model/feature_screen.ts";
import { findVerifiedAtMs } from "../../../kept/people/known_peers.ts";
import { formatMoment } from "../../../words/format.ts";
import { locale } from "../../../words/language.ts";
import { comparisonWords } from "./comparison_words.ts";
import { VerifyPanel } from "./verify_panel.tsx";
import { COMPARISON, comparisonOf } from "../comparison_key.ts";
import { ShieldCheckIcon, ShieldIcon } from "../../../screens/pieces/icons.tsx";

/** Words are new in each call, also in one that goes on with another. */
function isVerifyOpen({ callId }: CallView): boolean {
  return sidePanel.value?.name === COMPARISON.name && sidePanel.value.callId === callId;
}

/** Opens the panel, and asks for the words if nobody has yet. */
function openVerify(call: CallView, actions: Actions): void {
  openPanel(COMPARISON.name, call);
  actions.useFeature(call.callId, COMPARISON, (comparison) => comparison.ask());
}

function closeVerify(): void {
  sidePanel.value = null;
  document.querySelector<HTMLElement>(".verify:not(.bars)")?.focus({ preventScroll: true });
}

function VerifyButton({ call, actions }: { call: CallView; actions: Actions }) {
  const isVerified = useComputed(() => findVerifiedAtMs(knownPeers.value, call.remotePeerId) !== null).value;
  const isOpen = isVerifyOpen(call);
  return (
    <button
      type="button"
      class={isVerified ? "verify verified" : "verify"}
      aria-expanded={isOpen}
      onClick={() => isOpen ? closeVerify() : openVerify(call, actions)}
    >
      {isVerified ? <ShieldCheckIcon /> : <ShieldIcon />}
      {isVerified ? comparisonWords.value.verified : comparisonWords.value.verify}
    </button>
  );
}

/** Says that the other end's person wants to compare, until this one has looked. */
function VerifyRequest({ call, actions }: { call: CallView; actions: Actions }) {
  const isVerified = findVerifiedAtMs(knownPeers.value, call.remotePeerId) !== null;
  if (!comparisonOf(call.features)?.isAskedFor || isVerified || isVerifyOpen(call)) return null;
  return (
    <p class="chip request">
      <ShieldIcon />
      <span>{comparisonWords.value.wouldCompare(<bdi>{call.remoteName ?? call.remotePeerId}</bdi>)}</span>
      <button type="button" class="button tonal" onClick={() => openVerify(call, actions)}>
        {comparisonWords.value.showWords}
      </button>
    </p>
  );
}

function VerifyLayer({ call, actions }: FeaturePartProps) {
  if (!isVerifyOpen(call)) return null;
  const verifiedAtMs = findVerifiedAtMs(knownPeers.value, call.remotePeerId);
  const verifiedAt = verifiedAtMs === null ? null : formatMoment(verifiedAtMs, Date.now(), locale.value);
  return <VerifyPanel call={call} actions={actions} verifiedAt={verifiedAt} onClose={closeVerify} />;
}

export const SCREEN: FeatureScreen = {
  name: COMPARISON.name,
  Mark: VerifyButton,
  Notice: VerifyRequest,
  Layer: VerifyLayer,
  isOpenIn: isVerifyOpen,
};
