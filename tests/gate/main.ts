/**
 * `deno task test`: runs every test file but those of `tests/machine/`, as many at a time as `plan.ts` lets; prints what
 * each run said when it ends, and at the end what took longest. Files may be named: `deno task test tests/client/line/call_line_test.ts`.
 *
 * - `--quick` leaves out what needs a browser or a namespace, and what takes long.
 * - `--check` runs `deno task check` beside the tests.
 * - `--measure` runs one file at a time and writes what each takes to `costs.json`, by which the next gate is planned.
 * - `--keep` runs as always, and writes the processor time of each file that had a run of its own.
 *
 * Processor time is counted for root alone; see `cpu_time.ts`.
 */

import { stripVTControlCharacters } from "node:util";
import { CpuAccount } from "./cpu_time.ts";
import { findFiles, isQuick, kindOf } from "./files.ts";
import { chooseNext, type Cost, type Costs, createRun, planRuns, type Run } from "./plan.ts";

const ROOT = new URL("../../", import.meta.url);
const COSTS = new URL("costs.json", import.meta.url);
/** A run that takes so many times as long as it did when it was measured hangs, and is ended; but no sooner than this. */
const SLOWER_MAX = 4;
const HANGING_SECONDS_MIN = 180;
/** What stands behind all others for a processor may take so many times as long again. */
const SLOWER_LAST_MAX = 3;
/** What `costs.json` calls `deno task check`. */
const CHECK = "check";
/** How many rows the end says. */
const ROWS = 15;
/** How much the end says of why a test failed. */
const REASON_LINES = 15;
const LINE_LENGTH_MAX = 900;
/** Ends as the command does; its words go to a file, since a pipe would stay open as long as any child does. */
const WRAPPER = 'log="$1"; test -z "$2" || echo $$ > "$2"; shift 2; exec "$@" > "$log" 2>&1';

export type Result = {
  readonly run: Run;
  readonly isGood: boolean;
  /** The tests that failed, or in which it was ended, for whoever sees only the end of all that is said. */
  readonly faults: readonly string[];
  readonly cost: Cost;
};

async function execute(run: Run): Promise<Result> {
  using account = CpuAccount.open();
  const log = await Deno.makeTempFile({ prefix: "gate-" });
  const words = run.names.includes(CHECK) ? ["task", "check"] : ["test", "--allow-all", "--no-check", ...run.names];
  const isLast = run.company === "is";
  if (isLast) account?.putLast();
  const last = isLast ? ["nice", "-n", "19"] : [];
  const startMs = performance.now();
  const child = new Deno.Command("sh", {
    args: ["-c", WRAPPER, "sh", log, account?.membersPath ?? "", ...last, Deno.execPath(), ...words],
    cwd: ROOT,
  }).spawn();
  const limit = Math.max(HANGING_SECONDS_MIN, SLOWER_MAX * run.seconds) * (isLast ? SLOWER_LAST_MAX : 1);
  const timer = setTimeout(() => child.kill("SIGKILL"), limit * 1_000);
  const { success, signal } = await child.status;
  clearTimeout(timer);
  const seconds = (performance.now() - startMs) / 1_000;
  const said = await Deno.readTextFile(log);
  await Deno.remove(log);
  console.log(said);
  const isGood = success && (run.names.includes(CHECK) || hasTested(said));
  const unfinished = signal === null ? [] : [`${signal} after ${seconds.toFixed(0)} s: ${findLastStarted(said)}`];
  const faults = isGood ? [] : [...findFailed(said), ...unfinished];
  return { run, isGood, faults, cost: { seconds, cpuSeconds: account?.readSeconds() ?? NaN } };
}

/** Whether `deno test` came to its end, and had anything to run or to skip. */
function hasTested(said: string): boolean {
  return /^ok \| (?!0 passed \| 0 failed \()/m.test(stripVTControlCharacters(said));
}

/** Each test and step that failed, and the first lines of why. */
export function findFailed(said: string): string[] {
  const [results = "", errors = ""] = stripVTControlCharacters(said).split("\n ERRORS \n", 2);
  const [told = ""] = errors.split("\n FAILURES \n", 1);
  const headings = [...told.matchAll(/^(.+?)(?: => \S+:\d+:\d+| \(uncaught error\))$/gm)];
  if (headings.length === 0) return [...results.matchAll(/^(.*) \.\.\. FAILED/gm)].map(([, name = ""]) => name);
  return headings.map(({ 0: heading, 1: name = "", index }, at) => {
    const reason = told.slice(index + heading.length + 1, headings[at + 1]?.index).split(/\n {4}at /, 1)[0] ?? "";
    const lines = reason.trimEnd().split("\n").slice(0, REASON_LINES);
    return [name, ...lines.map((line) => `  ${line.slice(0, LINE_LENGTH_MAX)}`)].join("\n  ");
  });
}

/** What `deno test` said it was at, when it had not come to its end. */
function findLastStarted(said: string): string {
  const lines = stripVTControlCharacters(said).split("\n").filter((line) => / \.\.\.\s*$/.test(line));
  return lines.at(-1)?.trim() ?? "before the first test";
}

/** Runs all of it by `executeRun`, as the plan allows; resolves when the last has ended. */
export async function runAll(
  runs: readonly Run[],
  processors: number,
  executeRun: (run: Run) => Promise<Result>,
): Promise<Result[]> {
  const left = [...runs];
  const on = new Map<Run, Promise<void>>();
  const results: Result[] = [];
  while (left.length + on.size > 0) {
    for (let next = chooseNext(left, [...on.keys()], processors); next !== null;) {
      const run = next;
      left.splice(left.indexOf(run), 1);
      on.set(run, executeRun(run).then((result) => void (results.push(result), on.delete(run))));
      next = chooseNext(left, [...on.keys()], processors);
    }
    await Promise.race(on.values());
  }
  return results;
}

/** Runs one file after another, and keeps what each took. */
async function measure(names: readonly string[], known: readonly string[], costs: Costs): Promise<Result[]> {
  const measured = new Map(Object.entries(costs).filter(([name]) => known.includes(name)));
  const results: Result[] = [];
  for (const name of names) {
    const result = await execute(createRun([name], costs));
    if (Number.isNaN(result.cost.cpuSeconds)) {
      throw new Error("Cannot measure: only root may count the processor time of all that a test starts");
    }
    results.push(result);
    measured.set(name, result.cost);
    await writeCosts(measured);
  }
  return results;
}

/** Keeps the processor time of those that ran by themselves; by the clock each took longer than it would have alone. */
async function keep(results: readonly Result[], known: readonly string[], costs: Costs): Promise<void> {
  const measured = new Map(Object.entries(costs).filter(([name]) => known.includes(name)));
  for (const { run: { names: [name = "", ...others] }, isGood, cost } of results) {
    if (others.length > 0 || !isGood || Number.isNaN(cost.cpuSeconds)) continue;
    measured.set(name, { ...cost, seconds: Math.min(cost.seconds, costs[name]?.seconds ?? Infinity) });
  }
  await writeCosts(measured);
}

async function writeCosts(costs: ReadonlyMap<string, Cost>): Promise<void> {
  const rows = [...costs].toSorted(([a], [b]) => a < b ? -1 : 1).map(([name, { seconds, cpuSeconds }]) =>
    `  ${JSON.stringify(name)}: ${JSON.stringify({ seconds: round(seconds), cpuSeconds: round(cpuSeconds) })}`
  );
  await Deno.writeTextFile(COSTS, `{\n${rows.join(",\n")}\n}\n`);
}

function round(seconds: number): number {
  return Math.round(seconds * 10) / 10;
}

function describe(results: readonly Result[]): string {
  const sorted = results.toSorted((a, b) => b.cost.seconds - a.cost.seconds).slice(0, ROWS);
  const rows = sorted.map(({ run: { names }, cost: { seconds, cpuSeconds } }) => {
    const others = names.length > 1 ? ` and ${names.length - 1} more` : "";
    const cpu = Number.isNaN(cpuSeconds) ? "" : ` (${cpuSeconds.toFixed(0)} of a processor)`;
    return `${seconds.toFixed(1).padStart(7)} s${cpu}  ${names[0]}${others}`;
  });
  const all = results.reduce((sum, { cost: { cpuSeconds } }) => sum + cpuSeconds, 0);
  return [
    "What took longest:",
    ...rows,
    ...(Number.isNaN(all) ? [] : [`All together ${all.toFixed(0)} s of a processor`]),
  ]
    .join("\n");
}

async function main(args: readonly string[]): Promise<boolean> {
  const costs: Costs = JSON.parse(await Deno.readTextFile(COSTS));
  const named = args.filter((arg) => !arg.startsWith("--"));
  const found = await findFiles(ROOT);
  const all = named.length > 0 ? named : found;
  const files = args.includes("--quick") ? all.filter((file) => isQuick(file, costs[file]?.seconds)) : all;
  const startMs = performance.now();
  const extra = args.includes("--check") ? [CHECK] : [];
  const results = args.includes("--measure")
    ? await measure([...extra, ...files], [CHECK, ...found], costs)
    : await runAll(
      [...extra.map((name) => createRun([name], costs)), ...planRuns(files, costs, kindOf)],
      navigator.hardwareConcurrency,
      execute,
    );
  if (args.includes("--keep")) await keep(results, [CHECK, ...found], costs);
  console.log(describe(results));
  const bad = results.filter(({ isGood }) => !isGood);
  for (const { run, faults } of bad) console.log(`Failed in ${run.names.join(" ")}\n  ${faults.join("\n  ")}`);
  console.log(`${files.length} files in ${((performance.now() - startMs) / 1_000).toFixed(0)} s`);
  return files.length > 0 && bad.length === 0;
}

if (import.meta.main) Deno.exit(await main(Deno.args) ? 0 : 1);
