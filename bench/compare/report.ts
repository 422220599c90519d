/** What was measured, as words on the terminal, as tables in docs/performance.md, and as plots beside it. */

import { plotBars, plotLine } from "./plots.ts";
import { compare, medianOf, type Results, type Run } from "./rounds.ts";
import { readVersions, SERVERS } from "./servers.ts";
import { type Bar, BARS, CEILINGS } from "./works.ts";

const PAGE = new URL("../../docs/performance.md", import.meta.url);
const IMAGES = new URL("../../docs/images/performance/", import.meta.url);

const NAMES = SERVERS.map(({ name }) => name);

export function printBars(results: Results, bars: readonly Bar[]): boolean {
  let isReached = true;
  for (const bar of bars) {
    const ratio = compare(results, bar);
    if (ratio === null) continue;
    const isFine = ratio.median <= bar.atMost;
    isReached &&= isFine;
    const range = `${ratio.least.toFixed(2)}–${ratio.most.toFixed(2)}`;
    console.log(
      `${isFine ? "ok  " : "OVER"} ${bar.what}, beside ${bar.beside.name}: ${ratio.median.toFixed(2)} [${range}] of ` +
        bar.atMost.toFixed(2),
    );
  }
  for (const { what, work, figure, atMost } of CEILINGS) {
    const value = medianOf(results, work, "ours", figure);
    if (Number.isNaN(value)) continue;
    isReached &&= value <= atMost;
    console.log(`${value <= atMost ? "ok  " : "OVER"} ${what}: ${value.toFixed(0)} of ${atMost}`);
  }
  return isReached;
}

/** Puts the text between `<!-- name -->` and `<!-- /name -->` of the page. */
export async function replaceSection(name: string, text: string): Promise<void> {
  const page = await Deno.readTextFile(PAGE);
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [page.indexOf(start), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/performance.md has no place for ${name}`);
  await Deno.writeTextFile(PAGE, `${page.slice(0, from + start.length)}\n\n${text.trim()}\n\n${page.slice(to)}`);
  await new Deno.Command(Deno.execPath(), { args: ["fmt", "--quiet", PAGE.pathname, IMAGES.pathname] }).output();
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function barTable(results: Results): string {
  const rows = BARS.flatMap((bar) => {
    const ratio = compare(results, bar);
    if (ratio === null) return [];
    const verdict = ratio.median <= bar.atMost ? "" : ", **over it**";
    return [[
      bar.beside.name,
      bar.what,
      `${bar.atMost.toFixed(2)}`,
      `${ratio.median.toFixed(2)} [${ratio.least.toFixed(2)}–${ratio.most.toFixed(2)}]${verdict}`,
    ]];
  });
  return table(["ours beside", "what", "at most", "ratio, median [range]"], rows);
}

function figureTable(results: Results): string {
  const at = (work: string, server: string, figure: string, digits: number) => {
    const value = medianOf(results, work, server, figure);
    return Number.isFinite(value) ? value.toFixed(digits) : "";
  };
  const columns: [string, (server: string) => string][] = [
    ["candidate, µs", (s) => `${at("candidate w1", s, "cpuUs", 1)} / ${at("candidate w16", s, "cpuUs", 1)}`],
    ["description, µs", (s) => `${at("description w1", s, "cpuUs", 1)} / ${at("description w16", s, "cpuUs", 1)}`],
    ["candidates/s", (s) => at("candidate w1", s, "perSecond", 0)],
    ["call, µs", (s) => at("calls at 500/s", s, "cpuUs", 0)],
    ["… in single file, µs", (s) => at("calls in single file", s, "cpuUs", 0)],
    ["own call, µs", (s) => at("own calls at 500/s", s, "cpuUs", 0)],
    ["registering, s", (s) => at("registering", s, "seconds", 2)],
    ["KiB/socket", (s) => at("registering", s, "kibPerSocket", 1)],
    ["idle, ms/min", (s) => at("idle", s, "idleCpuMs", 0)],
    ["dying: peak, end, 20 s later, MiB", (s) => readDying(results, s)],
  ];
  const rows = NAMES.map((server) => [server, ...columns.map(([, read]) => read(server))]);
  return table(["median", ...columns.map(([name]) => name)], rows);
}

function readDying(results: Results, server: string): string {
  const values = ["peakKib", "endKib", "laterKib"].map((figure) => medianOf(results, "dying", server, figure) / 1_024);
  return values.some(Number.isNaN) ? "" : values.map((value) => value.toFixed(0)).join(" / ");
}

function latencyTable(results: Results): string {
  const cell = (work: string, server: string) =>
    ["p50", "p99", "p999"].map((figure) => medianOf(results, work, server, figure).toFixed(0)).join(" / ");
  const works = ["candidates at 20,000/s", "descriptions at 5,000/s"];
  const rows = NAMES.map((server) => [server, ...works.map((work) => cell(work, server))]);
  return table(["µs: p50 / p99 / p99.9", ...works], rows);
}

async function plot(results: Results): Promise<void> {
  await Deno.mkdir(IMAGES, { recursive: true });
  const groups = (works: readonly [string, string][], figure: string, scale = 1) =>
    works.map(([work, title]) => ({
      title,
      bars: NAMES.map((name) => ({ name, value: medianOf(results, work, name, figure) * scale })),
    }));
  const write = (name: string, svg: string) => Deno.writeTextFile(new URL(`${name}.svg`, IMAGES), svg);
  await write(
    "cpu",
    plotBars(
      "Processor time for each message relayed, µs",
      groups([
        ["candidate w1", "candidates, one at a time"],
        ["candidate w16", "candidates, 16 at a time"],
        ["description w1", "descriptions, one at a time"],
        ["description w16", "descriptions, 16 at a time"],
      ], "cpuUs"),
    ),
  );
  await write(
    "latency",
    plotBars("From end to end at 20,000 candidates a second, µs", [
      ...groups([["candidates at 20,000/s", "half of them within"]], "p50"),
      ...groups([["candidates at 20,000/s", "99 % within"]], "p99"),
      ...groups([["candidates at 20,000/s", "99.9 % within"]], "p999"),
    ]),
  );
  await write(
    "sockets",
    plotBars("10,000 sockets", [
      ...groups([["registering", "all registered after, s"]], "seconds"),
      ...groups([["registering", "memory of each, KiB"]], "kibPerSocket"),
      ...groups([["calls at 500/s", "processor time of a call's 16 messages, µs"]], "cpuUs"),
    ]),
  );
}

export async function writeReport({ results, worstForeign }: Run, rounds: number): Promise<void> {
  await plot(results);
  const versions = Object.entries(await readVersions()).map(([name, version]) => `${name} ${version}`).join(", ");
  const cpuModel = /model name\s*: (.*)/.exec(await Deno.readTextFile("/proc/cpuinfo"))?.[1] ?? "unknown processor";
  const kernel = (await Deno.readTextFile("/proc/sys/kernel/osrelease")).trim().split("-", 1)[0];
  const date = new Date().toISOString().slice(0, 10);
  const where = `${date}, ${navigator.hardwareConcurrency} cores of ${cpuModel}, Linux ${kernel}; ${versions}; ` +
    `${rounds} rounds; other processes used at most ${worstForeign.toFixed(2)} of a core during a sample.`;
  await replaceSection(
    "measured",
    [where, barTable(results), figureTable(results), latencyTable(results)].join("\n\n"),
  );
}

/** What the load generator saw of a server's memory. */
export interface Churn {
  readonly samples: readonly (readonly [seconds: number, rssKib: number, cpuMs: number])[];
}

/** Memory in MiB at a time in seconds. */
export type Point = readonly [seconds: number, mib: number];

const WINDOW_SECONDS = 300;

/**
 * The least of each whole five minutes, without the first quarter: what is left when garbage has just been collected.
 * A part of a window is none, since its least may be far above.
 */
export function findFloors(points: readonly Point[], totalSeconds: number): Point[] {
  const windows = Map.groupBy(points, ([seconds]) => Math.floor(seconds / WINDOW_SECONDS));
  return [...windows].flatMap(([window, inside]) => {
    const startSeconds = window * WINDOW_SECONDS;
    if (startSeconds < totalSeconds / 4 || startSeconds + WINDOW_SECONDS > totalSeconds) return [];
    return [inside.reduce((least, point) => point[1] < least[1] ? point : least)];
  });
}

/** The slope by least squares, in MiB an hour. */
export function fitSlope(points: readonly Point[]): number {
  const meanX = points.reduce((sum, [seconds]) => sum + seconds, 0) / points.length;
  const meanY = points.reduce((sum, [, mib]) => sum + mib, 0) / points.length;
  const over = points.reduce((sum, [seconds, mib]) => sum + (seconds - meanX) * (mib - meanY), 0);
  const under = points.reduce((sum, [seconds]) => sum + (seconds - meanX) ** 2, 0);
  return over / under * 3_600;
}

export async function plotChurn(rss: readonly Point[]): Promise<void> {
  await Deno.mkdir(IMAGES, { recursive: true });
  const points = rss.map(([seconds, mib]) => [seconds / 60, mib] as const);
  await Deno.writeTextFile(
    new URL("churn.svg", IMAGES),
    plotLine("Memory while sockets come and go, MiB", points, "min"),
  );
}
