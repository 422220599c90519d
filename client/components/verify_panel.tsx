/**
 * The panel in which two people compare words: five pictures with their names, and the person's own judgement. Leaves
 * the call in sight and the controls within reach: they have to talk.
 */

import { useEffect, useRef } from "preact/hooks";
import type { ComparisonView } from "../state.ts";
import { COMPARISON_SENTENCES, comparisonSentence } from "../comparison_sentences.ts";
import { formatMoment } from "../format.ts";
import { whoOf } from "../sentences.ts";
import type { WordCode } from "../word_code.ts";
import { CrossIcon, ShieldCheckIcon } from "./icons.tsx";
import type { VerifyPanelProps } from "./verify.tsx";

export function VerifyPanel({ call, actions, verifiedAtMs, onClose }: VerifyPanelProps) {
  const panelRef = useRef<HTMLElement>(null);
  useEffect(() => panelRef.current?.focus({ preventScroll: true }), []);
  const { callId, comparison } = call;
  const code = comparison?.code ?? null;
  return (
    <section
      ref={panelRef}
      class="verify-panel"
      role="dialog"
      aria-labelledby="verify-title"
      tabIndex={-1}
      onKeyDown={(event) => event.key === "Escape" && onClose()}
    >
      <header>
        <h2 id="verify-title">
          Compare words with <bdi>{whoOf(call)}</bdi>
        </h2>
        <button type="button" class="close" title="Close" aria-label="Close" onClick={onClose}>
          <CrossIcon />
        </button>
      </header>
      <div class="verify-body" aria-live="polite">
        {code === null
          ? <Waiting comparison={comparison} onRetry={() => actions.compareWords(callId)} />
          : <Words code={code} />}
      </div>
      {code !== null && (
        <footer>
          <button
            type="button"
            class="button tonal"
            onClick={() => actions.judgeWords(callId, { isSame: false })}
          >
            They differ
          </button>
          {verifiedAtMs === null
            ? (
              <button
                type="button"
                class="button primary"
                onClick={() => actions.judgeWords(callId, { isSame: true })}
              >
                They match
              </button>
            )
            : (
              <p class="verified-note" role="status">
                <ShieldCheckIcon />
                <span>You verified this ID, {formatMoment(verifiedAtMs, Date.now())}</span>
              </p>
            )}
        </footer>
      )}
    </section>
  );
}

function Words({ code: { words, digits } }: { code: WordCode }) {
  return (
    <>
      <p class="quiet">{COMPARISON_SENTENCES.readAloud}</p>
      <ol class="words">
        {words.map(({ picture, name }, index) => (
          <li key={index}>
            <span class="picture" aria-hidden="true">{picture}</span>
            {name}
          </li>
        ))}
      </ol>
      <p class="quiet">
        Or compare the number <b class="digits">{digits.slice(0, 3)} {digits.slice(3)}</b>
      </p>
    </>
  );
}

function Waiting({ comparison, onRetry }: { comparison: ComparisonView | null; onRetry: () => void }) {
  const phase = comparison?.phase ?? "waiting";
  return (
    <div class="verify-waiting">
      {(phase === "waiting" || phase === "idle" || phase === "done") && <span class="spinner" />}
      <p>{comparisonSentence(phase)}</p>
      {phase === "aborted" && <button type="button" class="button tonal" onClick={onRetry}>Try again</button>}
    </div>
  );
}
