/**
 * How good a call's connection is, in its header: four bars, whose name says it in words, and what opens the details. What
 * the call suffers from is said over the pictures, once it has lasted, and to whoever hears the page.
 */

import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { CallView } from "../../../conversation/call_views.ts";
import { readView } from "../../../feature/feature.ts";
import type { FeaturePartProps, FeatureScreen } from "../../../model/feature_screen.ts";
import { isPanelOpen, openPanel, sidePanel } from "../../../model/state.ts";
import { loadStyle } from "../../../page/style.ts";
import { WarningIcon } from "../../../screens/pieces/icons.tsx";
import { quality as english } from "../../../words/en/features/quality.ts";
import { createPart } from "../../../words/language.ts";
import { whoOf } from "../../../words/who.ts";
import type { Cause } from "../cause.ts";
import { QUALITY, type QualityView } from "../quality_key.ts";

const words = createPart("ends", "quality", english);
/** Null until they are loaded. */
const details = signal<typeof import("./details_panel.tsx") | null>(null);

function viewOf({ features }: CallView): QualityView | null {
  return readView(features, QUALITY);
}

function isOpen(call: CallView): boolean {
  return isPanelOpen(QUALITY.name, call);
}

async function open(call: CallView): Promise<void> {
  openPanel(QUALITY.name, call);
  try {
    const [part] = await Promise.all([import("./details_panel.tsx"), loadStyle("details")]);
    details.value = part;
  } catch (error) {
    console.warn("Cannot load the details of a connection yet:", error);
    if (isOpen(call)) close();
  }
}

function close(): void {
  sidePanel.value = null;
  document.querySelector<HTMLElement>(".bars")?.focus({ preventScroll: true });
}

/** Which way the call's media takes. */
function pathSentence({ path }: CallView): string {
  if (path === null) return "";
  const { directBy, relayedBy } = words.value;
  return (path.kind === "direct" ? directBy : relayedBy)(path.protocol.toUpperCase());
}

function levelOf(call: CallView): string {
  const { title, levels } = words.value;
  return levels[(viewOf(call)?.bars.value ?? 0) - 1] ?? title;
}

function BarsButton({ call, actions }: FeaturePartProps) {
  const { callId, connectedAtMs } = call;
  useEffect(() => {
    if (connectedAtMs !== null) actions.useFeature(callId, QUALITY, (feature) => feature.noteConnected(connectedAtMs));
  }, [callId]);
  const bars = viewOf(call)?.bars.value ?? 0;
  const colour = bars === 1 || bars === 2 ? "var(--on-stage-caution)" : "inherit";
  return (
    <button
      type="button"
      class="verify bars"
      style={{ minWidth: "44px", padding: 0, justifyContent: "center", color: colour }}
      title={pathSentence(call)}
      aria-label={levelOf(call)}
      aria-expanded={isOpen(call)}
      onClick={() => isOpen(call) ? close() : void open(call)}
    >
      <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false" style={{ strokeWidth: 3.5 }}>
        {[1, 2, 3, 4].map((bar) => (
          <path key={bar} d={`M${6 * bar - 3} 20v-${4 * bar}`} opacity={bar > bars ? 0.35 : 1} />
        ))}
      </svg>
    </button>
  );
}

/** What it suffers from: of the person themselves or named by whom it is about. */
function causeSentence({ what, side }: Cause, call: CallView): string | undefined {
  const all: Partial<Record<Cause["side"], string | ((who: string) => string)>> = words.value[what];
  const sentence = all[side];
  return typeof sentence === "function" ? sentence(whoOf(call)) : sentence;
}

function CauseNotice({ call }: FeaturePartProps) {
  const cause = viewOf(call)?.cause.value ?? null;
  return (
    <p class={cause === null ? "unseen" : "chip trouble"} role="status" dir="auto">
      {cause !== null && <WarningIcon />}
      {cause !== null && causeSentence(cause, call)}
    </p>
  );
}

function Details({ call, actions }: FeaturePartProps) {
  const [view, part] = [viewOf(call), details.value];
  if (view === null || part === null || !isOpen(call)) return null;
  const said = { title: words.value.title, level: levelOf(call), path: pathSentence(call) };
  return <part.DetailsPanel {...{ call, actions, view, said }} onClose={close} />;
}

export const SCREEN: FeatureScreen = {
  name: QUALITY.name,
  Mark: BarsButton,
  Notice: CauseNotice,
  Layer: Details,
  isOpenIn: isOpen,
};
