import { assert, assertEquals } from "@std/assert";
import { FaultWorld } from "../doubles/fault_world.ts";
import { FATES } from "../doubles/history.ts";
import { isMissing } from "../doubles/programs.ts";
import { Random } from "../doubles/random.ts";
import { REDIS } from "../doubles/redis_server.ts";

/** With LONG=1 what `docs/reliability.md` shows. */
const [FAULTS, PAIRS] = Deno.env.get("LONG") === "1" ? [1_000, 12] : [30, 8];

/** Problems that are printed; one defect makes thousands. */
const PROBLEMS_MAX = 10;

async function judge(instanceCount: number): Promise<void> {
  const random = Random.fromEnvironment();
  console.log(`SEED=${random.seed}`);
  await using world = await FaultWorld.create({ random, pairCount: PAIRS, faultCount: FAULTS, instanceCount });
  await world.run();
  const { history, faultCounts, callCount } = world;
  const faults = [...faultCounts].map(([fault, count]) => `${count} ${fault}`).join(", ");
  const fates = FATES.map((fate) => `${history.fateCounts[fate]} ${fate}`).join(", ");
  console.log(`${FAULTS} faults (${faults})`);
  console.log(`${history.sentCount} messages in ${callCount} calls: ${fates}; ${history.deliveryCount} deliveries`);
  assertEquals(history.findProblems().slice(0, PROBLEMS_MAX), [], `SEED=${random.seed} repeats this`);
  assert(history.fateCounts.delivered > FAULTS * 10, "Hardly anything was said: the run proves nothing");
}

const NAME = `Ends lose, double and misorder nothing over ${FAULTS} seeded faults`;
const NAME_OF_TWO = `${NAME} of two servers and their Redis`;

Deno.test(`${NAME}, and every send has one fate`, () => judge(1));
Deno.test({ name: NAME_OF_TWO, ignore: isMissing(NAME_OF_TWO, REDIS), fn: () => judge(2) });
