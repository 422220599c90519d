/**
 * Chooses what each row of the connection check says, and makes the report of all of them; the sentences are the
 * catalogue's. Every finding that is not fine has a sentence and a next step. Nothing here holds an address, so that the
 * report can be sent to anybody.
 */

import { checkWords } from "./check_words.ts";
import type { Protocol } from "../../words/en/check.ts";
import { joinSentences, locale } from "../../words/language.ts";
import { isolate } from "../../words/who.ts";
import { socketTrouble } from "./socket_trouble.ts";
import {
  CHECK_IDS,
  type CheckId,
  type FlowMeasure,
  type FlowOutcome,
  type IceOutcome,
  type Outcomes,
  type Tone,
  type Verdict,
} from "./verdict.ts";

/** `open`: neither good nor bad, because it was not tried. `next` is null where there is nothing to do. */
export type Finding = { readonly tone: Tone | "open"; readonly text: string; readonly next: string | null };

/** Numbers beside the outcomes; absent until measured. */
export type Measures = {
  readonly socketRoundTripMs?: number;
  readonly direct?: FlowMeasure;
  readonly relayed?: FlowMeasure;
};

type Finders = { readonly [Id in CheckId]: (outcome: Outcomes[Id], measures: Measures) => Finding };

/** Says what a check has found and what to do about it. */
export function findingOf<Id extends CheckId>(check: Id, outcome: Outcomes[Id], measures: Measures = {}): Finding {
  return FINDERS[check](outcome, measures);
}

/** What is neither wrong nor right; all else that does not work is wrong. */
const OPEN: readonly string[] = ["unmeasured", "unanswered", "untested", "impossible", "same-machine"];

function toneOf(outcome: string): Finding["tone"] {
  if (outcome === "works") return "good";
  return OPEN.includes(outcome) ? "open" : outcome === "silent" ? "note" : "bad";
}

function find(outcome: string, [text, next]: readonly [string, string | null], tone = toneOf(outcome)): Finding {
  return { tone, text, next };
}

const FINDERS: Finders = {
  "browser": (outcome) => find(outcome, checkWords.value.browser[outcome]),
  "camera": (outcome) => find(outcome, checkWords.value.camera[outcome]),
  "microphone": (outcome) => find(outcome, checkWords.value.microphone[outcome]),
  "speaker": (outcome) => find(outcome, checkWords.value.speaker[outcome]),
  "socket": (outcome, { socketRoundTripMs }) => socketFinding(outcome, socketRoundTripMs),
  "stun": (outcome) =>
    find(outcome, checkWords.value.stun[outcome], outcome === "not-offered" ? "note" : toneOf(outcome)),
  "turn-udp": (outcome) => turnFinding("UDP", outcome),
  "turn-tcp": (outcome) => turnFinding("TCP", outcome),
  "turn-tls": (outcome) => turnFinding("TLS", outcome),
  "direct": (outcome, { direct }) => flowFinding("direct", outcome, direct),
  "relayed": (outcome, { relayed }) => flowFinding("relayed", outcome, relayed),
};

function socketFinding(outcome: Outcomes["socket"], roundTripMs: number | undefined): Finding {
  if (outcome === "works") {
    const { works, worksWithin } = checkWords.value.socket;
    return find(outcome, [roundTripMs === undefined ? works : worksWithin(formatMs(roundTripMs)), null]);
  }
  return find(outcome, socketTrouble(outcome));
}

function turnFinding(protocol: Protocol, outcome: IceOutcome): Finding {
  const { turn, turnSilent, turnSilentNext } = checkWords.value;
  if (outcome === "no-answer") return find(outcome, [turnSilent(protocol), turnSilentNext[protocol]]);
  return find(outcome, turn[outcome], outcome === "not-offered" ? "open" : toneOf(outcome));
}

function flowFinding(check: "direct" | "relayed", outcome: FlowOutcome, measure: FlowMeasure | undefined): Finding {
  const words = checkWords.value.flow;
  const numbers = measure === undefined ? "" : formatMeasure(measure);
  switch (outcome) {
    case "works":
      return find(outcome, [words.works(numbers), null]);
    case "poor":
      return find(outcome, [words.poor(numbers), words[`${check}Poor`]], "note");
    case "failed":
      return find(outcome, words[`${check}Failed`]);
    case "not-offered":
      return find(outcome, words.notOffered, "note");
    case "untested":
    case "impossible":
      return find(outcome, words[outcome]);
  }
}

function format(value: number, options: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat(locale.value, options).format(value);
}

function formatMs(ms: number): string {
  return isolate(`${format(ms, { maximumFractionDigits: ms < 10 ? 1 : 0 })}\u00a0ms`);
}

function formatMeasure({ kilobitsPerSecond, lossRatio, roundTripMs, relayProtocol }: FlowMeasure): string {
  const words = checkWords.value.flow;
  const loss = `${format(lossRatio * 100, { maximumFractionDigits: lossRatio < 0.1 ? 1 : 0 })}\u00a0%`;
  const rate = isolate(`${format(kilobitsPerSecond, { maximumFractionDigits: 0, useGrouping: false })}\u00a0kbit/s`);
  return new Intl.ListFormat(locale.value, { type: "unit", style: "short" }).format([
    relayProtocol === null ? rate : words.over(rate, relayProtocol.toUpperCase()),
    lossRatio === 0 ? words.nothingLost : words.lost(loss),
    words.thereAndBack(formatMs(roundTripMs)),
  ]);
}

/** Writes everything down as text for somebody who helps. It contains no addresses. */
export function reportOf(
  results: Partial<Outcomes>,
  measures: Measures,
  verdict: Verdict,
  { browser, at }: { browser: string; at: Date },
): string {
  const words = checkWords.value;
  const rows = CHECK_IDS.map((check) => {
    const outcome = results[check];
    if (outcome === undefined) return `- ${words.reportRow(words.titles[check], words.notChecked)}`;
    const { text, next } = findingOf(check, outcome, measures);
    return `- ${words.reportRow(`${words.titles[check]} [${outcome}]`, joinSentences(text, next))}`;
  });
  return [
    words.reportTitle(at.toISOString().slice(0, 16).replace("T", " ")),
    words.reportBrowser(browser),
    "",
    words.reportVerdict(verdict.title, joinSentences(...verdict.sentences)),
    "",
    ...rows,
    "",
  ].join("\n").replaceAll("\u00a0", " ");
}
