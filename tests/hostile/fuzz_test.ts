/** The short form of `deno task fuzz`. */

import { assert } from "@std/assert";
import { fuzzParsers, fuzzSocket } from "./fuzz.ts";

/** Another one each day, so that the short form gets far in time, and the same all day, so that a failure can be had again. */
const SEED = Math.floor(Date.now() / 86_400_000);

Deno.test(`The parsers take 20,000 mutated messages without a crash, by seed ${SEED}`, () => {
  const { accepted } = fuzzParsers(20_000, SEED);
  assert(accepted > 200, `only ${accepted} were nearly messages, so the rest show little`);
});

Deno.test(`A live server takes 3,000 mutated messages without a crash or a leak, by seed ${SEED}`, async () => {
  const { growthMib } = await fuzzSocket(3_000, SEED);
  assert(growthMib < 64, `${growthMib} MiB more in the second half`);
});
