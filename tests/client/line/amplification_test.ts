/** A peer never makes a page say more than it was told: whatever it sends, and however often. */

import { assert } from "@std/assert";
import { CREDIT_LENGTH, CREDIT_MESSAGES, GRANT_LENGTH, GRANT_MESSAGES } from "../../../client/bounds/credit.ts";
import { type Amount, judge } from "../../doubles/amplification.ts";
import { Random } from "../../doubles/random.ts";

const isLong = Deno.env.get("LONG") === "1";
const SEQUENCES = isLong ? 1_000_000 : 5_000;
/** Most sequences are short; every so many is a long one. */
const LONG_EVERY = 50;

Deno.test("no sequence of a peer's messages makes an end say more than it was told and a constant", () => {
  const random = Random.fromEnvironment();
  const [heard, caused]: Amount[] = [{ messages: 0, length: 0 }, { messages: 0, length: 0 }];
  if (heard === undefined || caused === undefined) return;
  for (let sequence = 0; sequence < SEQUENCES; sequence++) {
    const seed = random.between(0, 2 ** 32 - 1);
    const verdict = judge(new Random(seed), sequence % LONG_EVERY === 0 ? 400 : random.between(5, 40));
    const { excess, hastened, takenCount } = verdict;
    const messagesMax = CREDIT_MESSAGES + GRANT_MESSAGES * takenCount;
    const lengthMax = CREDIT_LENGTH + GRANT_LENGTH * takenCount;
    assert(excess.messages <= messagesMax, `Seed ${seed}: ${excess.messages} messages more than it heard`);
    assert(excess.length <= lengthMax, `Seed ${seed}: ${excess.length} units more than it heard`);
    assert(hastened.messages <= messagesMax, `Seed ${seed}: ${hastened.messages} messages more than each once again`);
    assert(hastened.length <= lengthMax, `Seed ${seed}: ${hastened.length} units more than each once again`);
    for (const key of ["messages", "length"] as const) {
      heard[key] += verdict.heard[key];
      caused[key] += Math.max(0, verdict.caused[key]);
    }
  }
  if (isLong) console.log(`${SEQUENCES} sequences, heard ${JSON.stringify(heard)}, caused ${JSON.stringify(caused)}`);
});
