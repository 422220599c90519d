/**
 * `deno task quality:start`: measures where the time goes between the press on Accept and the first picture and sound,
 * over 100 ms, ours beside a call as bare as WebRTC allows, and prints the tables of docs/quality.md. Wants a machine with
 * nothing else to do, for five minutes; needs root. Takes the number of rounds.
 */

import { median, percentile } from "../../bench/numbers.ts";
import type { Subject } from "./quality_scene.ts";
import { StartScene } from "./start_scene.ts";
import { type Phase, PHASES, type Times } from "./stopwatch.ts";

const ROUNDS = Number(Deno.args[0] ?? 20);
const SUBJECTS: readonly Subject[] = ["plain", "ours"];
const ENDS = ["caller", "callee"] as const;

type Round = {
  readonly subject: Subject;
  readonly end: typeof ENDS[number];
  readonly times: Times;
  readonly zero: number;
};

function show(values: readonly number[]): string {
  if (values.length === 0) return "";
  return `${Math.round(median(values))} (${Math.round(percentile(values, 0.95))})`;
}

function after(rounds: readonly Round[], phase: Phase): readonly number[] {
  return rounds.flatMap(({ times, zero }) => times[phase] === undefined ? [] : [times[phase] - zero]);
}

await using scene = await StartScene.create();
await scene.warm();
const rounds: Round[] = [];
for (let round = 0; round < ROUNDS; round++) {
  for (const subject of SUBJECTS) {
    const ends = await scene.time(subject);
    const zero = ends[1].pressed ?? NaN;
    ENDS.forEach((end, index) => rounds.push({ subject, end, times: ends[index] as Times, zero }));
  }
}
const groups = ENDS.flatMap((end) => SUBJECTS.map((subject) => ({ end, subject })));
const of = ({ end, subject }: typeof groups[number]) =>
  rounds.filter((each) => each.end === end && each.subject === subject);
console.log(
  `| ms after the press, median (p95) of ${ROUNDS} | ${
    groups.map(({ end, subject }) => `${end}, ${subject}`).join(" | ")
  } |\n|---|---|---|---|---|`,
);
for (const phase of PHASES.slice(1)) {
  console.log(`| ${phase} | ${groups.map((group) => show(after(of(group), phase))).join(" | ")} |`);
}
for (const key of ["firstWidth", "laterWidth", "believedKbit"] as const) {
  const widths = (group: typeof groups[number]) => of(group).map(({ times }) => times[key]);
  console.log(
    `| ${key} | ${
      groups.map((group) => `${Math.round(median(widths(group)))} (${Math.round(Math.min(...widths(group)))})`).join(
        " | ",
      )
    } |`,
  );
}
for (const key of ["dtlsRole", "limitedBy"] as const) {
  const all = (group: typeof groups[number]) => [...new Set(of(group).map(({ times }) => times[key]))].join(", ");
  console.log(`| ${key} | ${groups.map(all).join(" | ")} |`);
}
