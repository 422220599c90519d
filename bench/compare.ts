/**
 * Ours and its peers side by side on one machine: `deno task bench [work …]`, with ROUNDS (3) of them. Servers have one
 * core, the load the other; the servers take turns within each work. Writes what docs/performance.md shows when all
 * works ran, and fails when a bar is not reached. Needs cc, OpenSSL's headers, npm and taskset, and `ulimit -n` of
 * 12,000.
 */

import { LoadGenerator } from "./compare/load_generator.ts";
import { printBars, writeReport } from "./compare/report.ts";
import { runRounds } from "./compare/rounds.ts";
import { installPeers } from "./compare/servers.ts";
import { BARS, shorten, WORKS } from "./compare/works.ts";

const ROUNDS = Number(Deno.env.get("ROUNDS") ?? "3");
/** Fewer are not shown. */
const ROUNDS_SHOWN = 3;
const IS_SHORT = Deno.env.get("SHORT") === "1";

if (!Number.isInteger(ROUNDS) || ROUNDS < 1) {
  console.error("ROUNDS must be a whole number from 1 up");
  Deno.exit(2);
}
const wanted = Deno.args.length === 0 ? WORKS : WORKS.filter(({ name }) => Deno.args.includes(name));
if (wanted.length === 0) {
  console.error(`No such work; there are: ${WORKS.map(({ name }) => `"${name}"`).join(", ")}`);
  Deno.exit(2);
}
await installPeers();
await using load = await LoadGenerator.build();
const run = await runRounds(load, IS_SHORT ? wanted.map(shorten) : wanted, { rounds: ROUNDS, tries: 3 });
const isReached = printBars(run.results, BARS);
if (wanted.length === WORKS.length && !IS_SHORT && ROUNDS >= ROUNDS_SHOWN) await writeReport(run, ROUNDS);
if (!isReached && !IS_SHORT) Deno.exitCode = 1;
