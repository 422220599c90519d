/**
 * `deno task test:mutants [FILE[:FROM-TO] …]`: spoils the named files, or all of `subjects.ts`, in one place at a time,
 * and tells what no test noticed. Ends with 1 if less than 95 % of a file's mutants are killed or one that survived is not
 * argued (`argued.ts`). `JOBS=1` takes half of two cores.
 */

import { ARGUED, type Argued, judge, type Verdict } from "./argued.ts";
import { findMutants, type Mutant } from "./stryker.ts";
import { selectSubjects } from "./subjects.ts";

/** The share of mutants that must be killed, whatever may be said for the rest. */
export const KILLED_MIN = 0.95;

export type Result = {
  readonly source: string;
  readonly mutants: readonly Mutant[];
  readonly verdict: Verdict;
  readonly seconds: number;
};

export async function run(
  root: URL,
  names: readonly string[],
  { list = ARGUED, jobs = 2, select = selectSubjects, say = console.log } = {},
): Promise<boolean> {
  const results: Result[] = [];
  for (const subject of select(names)) {
    const startMs = performance.now();
    const mutants = await findMutants(root, subject, jobs);
    const verdict = judgeLines(subject.source, mutants, list);
    const result = { source: subject.source, mutants, verdict, seconds: (performance.now() - startMs) / 1_000 };
    for (const line of describeFaults(result)) say(line);
    results.push(result);
  }
  say(describeTable(results));
  return results.every(isGood);
}

/** Of some lines alone it cannot be said that an entry about others is idle. */
function judgeLines(source: string, mutants: readonly Mutant[], list: readonly Argued[]): Verdict {
  const [file = "", lines] = source.split(":");
  const verdict = judge(file, mutants, list);
  return lines === undefined ? verdict : { ...verdict, idle: [] };
}

function count({ mutants }: Result): { made: number; killed: number; timedOut: number } {
  const made = mutants.filter(({ status }) => status !== "ignored").length;
  const timedOut = mutants.filter(({ status }) => status === "timed out").length;
  return { made, timedOut, killed: timedOut + mutants.filter(({ status }) => status === "killed").length };
}

export function isGood(result: Result): boolean {
  const { made, killed } = count(result);
  const { survivors, idle } = result.verdict;
  const isPart = result.source.includes(":"); // Of a few lines one argued mutant may be more than its share.
  return survivors.length === 0 && idle.length === 0 && (isPart || killed >= made * KILLED_MIN);
}

export function describeFaults({ source, verdict }: Result): string[] {
  const [file] = source.split(":");
  return [
    ...verdict.survivors.map(({ line, mutator, original, replacement, source }) =>
      `${file}:${line} survived (${mutator})\n    ${source}\n  - ${original}\n  + ${replacement}`
    ),
    ...verdict.idle.map(({ source, original, replacement }) =>
      `${file}: no survivor matches what argued.ts says of "${original}" → "${replacement}" in\n    ${source}`
    ),
  ];
}

/** A table in Markdown, for the docs. */
export function describeTable(results: readonly Result[]): string {
  const rows = results.map((result) => {
    const { made, killed, timedOut } = count(result);
    const { argued, survivors } = result.verdict;
    const share = made === 0 ? "–" : `${(100 * killed / made).toFixed(1)} %`;
    const cells = [made, `${killed} (${timedOut} by time)`, share, argued.length, survivors.length];
    return `| \`${result.source}\` | ${cells.join(" | ")} | ${result.seconds.toFixed(0)} |`;
  });
  return [
    "| file | mutants | killed | share | argued | survived | seconds |",
    "| --- | --- | --- | --- | --- | --- | --- |",
    ...rows,
  ].join("\n");
}

if (import.meta.main) {
  const jobs = Number(Deno.env.get("JOBS") ?? 2);
  const isFine = await run(new URL("../../", import.meta.url), Deno.args, { jobs });
  Deno.exit(isFine ? 0 : 1);
}
