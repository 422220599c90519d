/**
 * The short form of `deno task bench`: ours beside the minimal relay, in processor time, which does not depend on who
 * else uses the machine as time on the clock does. `docs/performance.md` has the real figures, and their bound of 1.2.
 */

import { assert } from "@std/assert";
import { compare, runRounds } from "../../bench/compare/rounds.ts";
import { MINIMAL, OURS } from "../../bench/compare/servers.ts";
import { shorten, WORKS } from "../../bench/compare/works.ts";
import { benchTest } from "./bench_test_case.ts";

/** Above the bound of the bench, since a second is too short to warm up. */
const RATIO_MAX = 1.6;

benchTest("A message costs little more processor time than in a relay that checks nothing", async (load) => {
  const name = "candidate w16";
  const works = WORKS.filter((work) => work.name === name).map((work) => ({
    ...shorten(work, 1),
    servers: [OURS, MINIMAL],
  }));
  const { results } = await runRounds(load, works, { rounds: 3, tries: 1 });
  const ratio = compare(results, { what: name, work: name, beside: MINIMAL, figure: "cpuUs", atMost: RATIO_MAX });
  assert(ratio !== null && ratio.median <= RATIO_MAX, `${ratio?.median} times the processor time`);
});
