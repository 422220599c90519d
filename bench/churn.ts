/**
 * An hour of coming and going: `deno task bench:churn [minutes]`. 5,000 sockets are open, 100,000 are opened an hour in
 * place of others, half of which end without a word. Memory must not grow, and with the last socket the Map of peers,
 * the sessions and their timers must be gone. Writes what docs/performance.md shows if it ran for an hour.
 */

import { LoadGenerator } from "./compare/load_generator.ts";
import { type Churn, fitSlope, plotChurn, replaceSection } from "./compare/report.ts";
import { findFreePort, startServerProcess } from "../tests/doubles/server_process.ts";

const SOCKETS = 5_000;
const CONNECTS_PER_HOUR = 100_000;
const SLOPE_MAX_MIB = 1;
/** What must be as before the first socket, by the server's own figures. */
const GAUGES = ["signaling_peers", "signaling_sockets", "signaling_timers"];

async function readGauges(port: number): Promise<Record<string, number>> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const read = (name: string) => Number(new RegExp(`^${name} (.*)$`, "m").exec(text)?.[1] ?? NaN);
  return Object.fromEntries(GAUGES.map((name) => [name, read(name)]));
}

const minutes = Number(Deno.args[0] ?? "60");
const metricsPort = findFreePort();
await using load = await LoadGenerator.build();
const server = await startServerProcess({ env: { METRICS_PORT: String(metricsPort) } });
try {
  const before = await readGauges(metricsPort);
  const work = `churn count=${SOCKETS} rate=${CONNECTS_PER_HOUR / 3_600} seconds=${minutes * 60}`;
  const text = await load.runText("ours", server, work);
  const churn: Churn & { connects: number; laterKib: number; errors: number } = JSON.parse(text);
  const after = await readGauges(metricsPort);
  const slope = fitSlope(churn);
  const first = churn.samples[churn.samples.length >> 2]?.[1] ?? NaN;
  const last = churn.samples.at(-1)?.[1] ?? NaN;
  const lines = [
    `${SOCKETS} sockets for ${minutes} minutes, ${churn.connects} of them replaced, ${churn.errors} errors.`,
    `Memory after a quarter of the time ${(first / 1_024).toFixed(1)} MiB, at the end ${
      (last / 1_024).toFixed(1)
    } MiB; ` +
    `slope ${slope.toFixed(2)} MiB an hour (at most ${SLOPE_MAX_MIB}).`,
    `Peers, sockets and timers before: ${Object.values(before).join(", ")}; after the last socket: ` +
    `${Object.values(after).join(", ")}.`,
  ];
  console.log(lines.join("\n"));
  const isBack = GAUGES.every((name) => after[name] === before[name]);
  if (slope >= SLOPE_MAX_MIB || !isBack || churn.errors > 0) Deno.exitCode = 1;
  if (minutes >= 60) {
    await plotChurn(churn);
    await replaceSection("churn", lines.join(" "));
  }
} finally {
  await server.kill();
}
