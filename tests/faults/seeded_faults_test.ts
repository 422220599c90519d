import { assert, assertEquals } from "@std/assert";
import { FaultWorld } from "../doubles/fault_world.ts";
import { FATES } from "../doubles/history.ts";
import { Random } from "../doubles/random.ts";

/** With LONG=1 what `docs/reliability.md` shows. */
const [FAULTS, PAIRS] = Deno.env.get("LONG") === "1" ? [1_000, 12] : [60, 8];

/** Problems that are printed; one defect makes thousands. */
const PROBLEMS_MAX = 10;

Deno.test(`Ends lose, double and misorder nothing over ${FAULTS} seeded faults, and every send has one fate`, async () => {
  const random = Random.fromEnvironment();
  console.log(`SEED=${random.seed}`);
  await using world = await FaultWorld.create({ random, pairCount: PAIRS, faultCount: FAULTS });
  await world.run();
  const { history, faultCounts, callCount } = world;
  const faults = [...faultCounts].map(([fault, count]) => `${count} ${fault}`).join(", ");
  const fates = FATES.map((fate) => `${history.fateCounts[fate]} ${fate}`).join(", ");
  console.log(`${FAULTS} faults (${faults})`);
  console.log(`${history.sentCount} messages in ${callCount} calls: ${fates}; ${history.deliveryCount} deliveries`);
  assertEquals(history.findProblems().slice(0, PROBLEMS_MAX), [], `SEED=${random.seed} repeats this`);
  assert(history.fateCounts.delivered > FAULTS * 10, "Hardly anything was said: the run proves nothing");
});
