/**
 * An hour of coming and going: `deno task bench:churn [minutes]`. 5,000 sockets are open, 100,000 are opened an hour in
 * place of others, half of which end without a word. What the server holds must not grow, and with the last socket the
 * Map of peers, the sessions and their timers must be gone. Writes what docs/performance.md shows if it ran for an hour.
 *
 * A process that collects garbage when it likes goes up and down by more than what is looked for. So all of it is
 * collected three times a minute (`collect_garbage.ts`), and the slope is that of the least that each five minutes show,
 * of its objects and of the whole process.
 */

import { LoadGenerator } from "./compare/load_generator.ts";
import { type Churn, findFloors, fitSlope, plotChurn, type Point, replaceSection } from "./compare/report.ts";
import { findFreePort, readServerFlags, startServerProcess } from "../tests/doubles/server_process.ts";

const SOCKETS = 5_000;
const CONNECTS_PER_HOUR = 100_000;
const SLOPE_MAX_MIB = 1;
const SCRAPE_MS = 5_000;
/** By then the runtime has collected what is garbage. */
const SETTLE_MS = 30_000;
const MIB = 1_024 * 1_024;
/** What must be as before the first socket, by the server's own figures. */
const GAUGES = ["signaling_peers", "signaling_sockets", "signaling_timers"];

async function readGauges(port: number): Promise<(name: string) => number> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return (name) => Number(new RegExp(`^${name} (.*)$`, "m").exec(text)?.[1] ?? NaN);
}

/** Those that every server has, and with them `collect_garbage.ts`. */
function createFlags(): string[] {
  const flags = readServerFlags().map((flag) => flag.startsWith("--v8-flags=") ? `${flag},--expose-gc` : flag);
  return [...flags, `--preload=${new URL("collect_garbage.ts", import.meta.url).pathname}`];
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

const minutes = Number(Deno.args[0] ?? "60");
const metricsPort = findFreePort();
await using load = await LoadGenerator.build();
const server = await startServerProcess({ env: { METRICS_PORT: String(metricsPort) }, flags: createFlags() });
try {
  const before = await readGauges(metricsPort);
  const heap: Point[] = [];
  let isDone = false;
  const work = `churn count=${SOCKETS} rate=${CONNECTS_PER_HOUR / 3_600} seconds=${minutes * 60}`;
  const running = load.runText("ours", server, work).finally(() => isDone = true);
  running.catch(() => {}); // Awaited below; till then a failure only ends the loop.
  for (const startMs = performance.now(); !isDone; await pause(SCRAPE_MS)) {
    const read = await readGauges(metricsPort);
    heap.push([(performance.now() - startMs) / 1_000, read("signaling_heap_bytes") / MIB]);
  }
  const churn: Churn & { connects: number; errors: number } = JSON.parse(await running);
  await pause(SETTLE_MS);
  const after = await readGauges(metricsPort);
  const rss = churn.samples.map(([seconds, rssKib]): Point => [seconds, rssKib / 1_024]);
  const inMib = (read: (name: string) => number, name: string) => (read(name) / MIB).toFixed(1);
  const describe = (points: readonly Point[]) => {
    const floors = findFloors(points, minutes * 60);
    return `${floors[0]?.[1].toFixed(1)} MiB at first, ${floors.at(-1)?.[1].toFixed(1)} at last, ` +
      `slope ${rate(fitSlope(floors))}`;
  };
  const lines = [
    `${SOCKETS} sockets for ${minutes} minutes, ${churn.connects} of them replaced, ${churn.errors} errors.`,
    `Least of each five minutes after the first quarter: objects ${describe(heap)}; ` +
    `process ${describe(rss)}, between swings of ${swing(rss)} MiB.`,
    `Objects before the first socket ${inMib(before, "signaling_heap_bytes")} MiB, 30 s after the last ` +
    `${inMib(after, "signaling_heap_bytes")}; process ${inMib(before, "process_resident_memory_bytes")} and ` +
    `${inMib(after, "process_resident_memory_bytes")}.`,
    `Peers, sockets and timers before: ${GAUGES.map(before).join(", ")}; after the last socket: ` +
    `${GAUGES.map(after).join(", ")}.`,
  ];
  console.log(lines.join("\n"));
  const isBack = GAUGES.every((name) => after(name) === before(name));
  const slopes = [heap, rss].map((points) => fitSlope(findFloors(points, minutes * 60)));
  if (!slopes.every((slope) => slope < SLOPE_MAX_MIB) || !isBack || churn.errors > 0) Deno.exitCode = 1;
  if (minutes >= 60) {
    await plotChurn(rss);
    await replaceSection("churn", lines.join(" "));
  }
} finally {
  await server.kill();
}

function rate(slope: number): string {
  return `${slope.toFixed(2)} MiB an hour${slope < SLOPE_MAX_MIB ? "" : `, **over ${SLOPE_MAX_MIB}**`}`;
}

function swing(points: readonly Point[]): string {
  const values = points.slice(points.length >> 2).map(([, mib]) => mib);
  return (Math.max(...values) - Math.min(...values)).toFixed(0);
}
