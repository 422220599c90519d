/**
 * The panel in which two people compare words: five pictures with their names, and the person's own judgement. Stands
 * beside the other's picture, or below it on a phone, clear of the controls: they have to see each other and talk.
 */

import { useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { COMPARISON, comparisonOf, type ComparisonView } from "../comparison_key.ts";
import { comparisonWords } from "./comparison_words.ts";
import { things as englishThings } from "../../../words/en/things.ts";
import { createPart } from "../../../words/language.ts";
import type { WordCode } from "../word_code.ts";
import { CrossIcon, ShieldCheckIcon } from "../../../screens/pieces/icons.tsx";
import type { CallView } from "../../../conversation/call_views.ts";
import type { Actions } from "../../../model/state.ts";
import { areDrawingsMissing, Drawing, loadDrawings } from "./drawing.tsx";

export type VerifyPanelProps = {
  readonly call: CallView;
  readonly actions: Actions;
  /** When the person verified the ID, as a moment is written; null where they have not. */
  readonly verifiedAt: string | null;
  readonly onClose: () => void;
};

const thingWords = createPart("things", "things", englishThings);

export function VerifyPanel({ call, actions, verifiedAt, onClose }: VerifyPanelProps) {
  const panelRef = useRef<HTMLElement>(null);
  // With the panel, not a frame later: a key that is pressed at once is meant for it.
  useLayoutEffect(() => panelRef.current?.focus({ preventScroll: true }), []);
  useEffect(loadDrawings, []);
  const words = comparisonWords.value;
  const { callId } = call;
  const judge = (judgement: { isSame: boolean }) =>
    actions.useFeature(callId, COMPARISON, (comparison) => comparison.judge(judgement));
  const comparison = comparisonOf(call.features);
  const code = comparison?.code ?? null;
  const isAsking = useSignal(false);
  return (
    <section
      ref={panelRef}
      class="beside verify-panel"
      role="dialog"
      aria-labelledby="verify-title"
      tabIndex={-1}
      onKeyDown={(event) => event.key === "Escape" && onClose()}
    >
      <header>
        <h2 id="verify-title">{words.compareWith(<bdi>{call.remoteName ?? call.remotePeerId}</bdi>)}</h2>
        <button type="button" class="close" title={words.close} aria-label={words.close} onClick={onClose}>
          <CrossIcon />
        </button>
      </header>
      <div class="verify-body" role="group" aria-labelledby="verify-title" aria-live="polite" tabIndex={0}>
        {code === null
          ? (
            <Waiting
              comparison={comparison}
              onRetry={() => actions.useFeature(callId, COMPARISON, (feature) => feature.ask())}
            />
          )
          : isAsking.value
          ? <p id="verify-question" class="verify-waiting">{words.reallyDiffer}</p>
          : <Words code={code} />}
      </div>
      {code !== null && (
        <footer>
          {/* The same button in both: a second press at once is no judgement, and the focus stays. */}
          <button
            type="button"
            class="button tonal"
            onClick={() => verifiedAt === null ? judge({ isSame: false }) : isAsking.value = !isAsking.value}
          >
            {isAsking.value ? words.stay : words.differ}
          </button>
          {isAsking.value
            ? (
              <button
                type="button"
                class="button end-call"
                aria-describedby="verify-question"
                onClick={() => judge({ isSame: false })}
              >
                {words.end}
              </button>
            )
            : verifiedAt === null
            ? (
              <button
                type="button"
                class="button primary"
                onClick={() => judge({ isSame: true })}
              >
                {words.match}
              </button>
            )
            : (
              <p class="verified-note" role="status">
                <ShieldCheckIcon />
                <span>{words.verifiedAt(verifiedAt)}</span>
              </p>
            )}
        </footer>
      )}
    </section>
  );
}

function Words({ code }: { code: WordCode }) {
  const words = comparisonWords.value;
  const { names, unpictured } = thingWords.value;
  return (
    <>
      <p class="quiet">{words.readAloud}</p>
      <ol class="words">
        {code.things.map((thing, index) => (
          <li key={index}>
            <Drawing thing={thing} />
            {names[thing]}
          </li>
        ))}
      </ol>
      {areDrawingsMissing.value && <p class="quiet">{unpictured}</p>}
      <p class="quiet">
        {words.orNumber(<b class="digits" dir="ltr">{code.digits.slice(0, 3)} {code.digits.slice(3)}</b>)}
      </p>
    </>
  );
}

function Waiting({ comparison, onRetry }: { comparison: ComparisonView | null; onRetry: () => void }) {
  const phase = comparison?.phase ?? "waiting";
  return (
    <div class="verify-waiting">
      {(phase === "waiting" || phase === "idle" || phase === "done") && <span class="spinner" />}
      <p>{comparisonWords.value.phases[phase]}</p>
      {phase === "aborted" && (
        <button type="button" class="button tonal" onClick={onRetry}>
          {comparisonWords.value.tryAgain}
        </button>
      )}
    </div>
  );
}
