/** The connection check on screen: the verdict on top, then one row for each check. Reads signals, changes none. */

import { computed, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { CheckIcon, CrossIcon, DashIcon, Logo, SoundIcon, WarningIcon } from "../pieces/icons.tsx";
import { attach } from "../pieces/playback.ts";
import { answerSpeaker, checkSpeaker } from "./run.ts";
import { checkWords } from "./check_words.ts";
import { pageWords } from "../../words/language.ts";
import { type Finding, findingOf, reportOf } from "./sentences.ts";
import { fullResults, isRelayOnly, level, measures, results, running, stage, stream } from "./state.ts";
import type { CheckWords } from "../../words/en/check.ts";
import { type CheckId, judge } from "./verdict.ts";

const GROUPS: readonly { name: keyof CheckWords["groups"]; checks: readonly CheckId[] }[] = [
  { name: "browser", checks: ["browser"] },
  { name: "devices", checks: ["camera", "microphone", "speaker"] },
  { name: "network", checks: ["socket", "stun", "turn-udp", "turn-tcp", "turn-tls"] },
  { name: "calls", checks: ["direct", "relayed"] },
];

const verdict = computed(() =>
  fullResults.value === null ? null : judge(fullResults.value, { isRelayOnly: isRelayOnly.value })
);

/** What the check is busy with; the microphone's words stay longest, because they ask for something. */
const activity = computed(() => {
  const check = ["microphone" as const, ...running.value].find((id) => running.value.has(id));
  return check === undefined ? checkWords.value.checking : checkWords.value.activities[check];
});

export function CheckPage({ onStart }: { onStart: () => void }) {
  const isRunning = stage.value === "running";
  const words = checkWords.value;
  return (
    <div class="check">
      <header class="masthead">
        <a class="home-link" href="./">
          <Logo />
          {pageWords.value.title}
        </a>
      </header>
      <main>
        <h1>{pageWords.value.check}</h1>
        <Summary />
        <div class="next-steps">
          <button type="button" class="button primary" aria-disabled={isRunning} onClick={onStart}>
            {isRunning && <span class="spinner" />}
            {stage.value === "idle" ? words.start : isRunning ? words.checking : words.again}
          </button>
          {stage.value === "done" && <CopyReport />}
        </div>
        {GROUPS.map(({ name, checks }) => (
          <section key={name} class="panel" aria-labelledby={name}>
            <h2 id={name}>{words.groups[name]}</h2>
            <ul>{checks.map((check) => <Row key={check} check={check} />)}</ul>
          </section>
        ))}
      </main>
    </div>
  );
}

function Summary() {
  const reached = verdict.value;
  return (
    <div class={reached === null ? "verdict" : `verdict ${reached.tone}`} role="status">
      {reached !== null
        ? (
          <>
            <ToneIcon tone={reached.tone} />
            <div>
              <p class="verdict-title">{reached.title}.</p>
              {reached.sentences.map((sentence) => <p key={sentence}>{sentence}</p>)}
            </div>
          </>
        )
        : stage.value === "running"
        ? <p>{activity.value}</p>
        : <p>{checkWords.value.intro}</p>}
    </div>
  );
}

const TONE_ICONS = { good: CheckIcon, note: WarningIcon, bad: CrossIcon, open: DashIcon };

function ToneIcon({ tone }: { tone: Finding["tone"] }) {
  const Icon = TONE_ICONS[tone];
  return (
    <span class={`tone ${tone}`}>
      <Icon />
    </span>
  );
}

function Row({ check }: { check: CheckId }) {
  const outcome = results.value[check];
  const isRunning = running.value.has(check);
  const finding: Finding | null = outcome === undefined || isRunning ? null : findingOf(check, outcome, measures.value);
  return (
    <li>
      {finding === null
        ? <span class={isRunning ? "tone busy" : "tone"}>{isRunning && <span class="spinner" />}</span>
        : <ToneIcon tone={finding.tone} />}
      <div>
        <h3>{checkWords.value.titles[check]}</h3>
        {finding !== null ? <p>{finding.text}</p> : isRunning && <p>{checkWords.value.activities[check]}</p>}
        {finding !== null && finding.next !== null && <p>{finding.next}</p>}
        {check === "speaker" && !isRunning && <SpeakerQuestion />}
        {check === "microphone" && stage.value === "running" && <LevelMeter />}
      </div>
      {check === "camera" && stream.value !== null && <Preview stream={stream.value} />}
    </li>
  );
}

function Preview({ stream }: { stream: MediaStream }) {
  const videoRef = useRef<HTMLVideoElement>(null);
  useEffect(() => attach(videoRef.current, stream), [stream]);
  return <video ref={videoRef} class="preview" aria-label={pageWords.value.yourVideo} autoplay playsInline muted />;
}

function LevelMeter() {
  const peak = level.value;
  // On a logarithmic scale, as ears have it: 60 dB over the whole width.
  const fraction = Math.max(0, Math.min(1, 1 + Math.log10(Math.max(peak, 1e-6)) / 3));
  return (
    <div
      class="level"
      role="meter"
      aria-label={checkWords.value.microphoneLevel}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(fraction * 100)}
    >
      <span style={{ scale: `${fraction} 1` }} />
    </div>
  );
}

function SpeakerQuestion() {
  const outcome = results.value.speaker;
  const words = checkWords.value;
  if (outcome === undefined) return null;
  return (
    <div class="question">
      {outcome === "unanswered" && (
        <>
          <button type="button" class="button tonal" onClick={() => answerSpeaker(true)}>{words.yes}</button>
          <button type="button" class="button tonal" onClick={() => answerSpeaker(false)}>{words.no}</button>
        </>
      )}
      {outcome !== "works" && (
        <button type="button" class="button tonal" onClick={() => void checkSpeaker()}>
          <SoundIcon />
          {words.playAgain}
        </button>
      )}
    </div>
  );
}

function CopyReport() {
  const state = useSignal<"ready" | "copied" | "by-hand">("ready");
  const reached = verdict.value;
  const words = checkWords.value;
  if (reached === null) return null;
  const report = reportOf(results.value, measures.value, reached, { browser: navigator.userAgent, at: new Date() });
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(report); // Absent in an insecure context, which throws like a refusal.
      state.value = "copied";
    } catch {
      state.value = "by-hand";
    }
  };
  return (
    <>
      <button type="button" class="button tonal" onClick={() => void copy()}>
        {state.value === "copied" && <CheckIcon />}
        {words.copyReport}
      </button>
      <p class="quiet" role="status">
        {state.value === "copied" ? words.reportCopied : state.value === "by-hand" && words.reportByHand}
      </p>
      {state.value === "by-hand" && (
        <textarea class="field" readOnly aria-label={words.report} rows={10} value={report} ref={selectAll} />
      )}
    </>
  );
}

function selectAll(field: HTMLTextAreaElement | null): void {
  field?.focus();
  field?.select();
}
