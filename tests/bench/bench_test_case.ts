/** Registers a test that drives servers by the load generator, where this machine can build and pin it. */

import { existsSync } from "node:fs";
import { LoadGenerator } from "../../bench/compare/load_generator.ts";
import { isMissing } from "../doubles/programs.ts";

const PROGRAMS = { cc: "gcc", taskset: "util-linux" };
/** What the load generator is built with, of Debian's libssl-dev. */
const HEADER = "/usr/include/openssl/evp.h";

/** Tells whether to ignore a test because this machine cannot build or pin the load, and says so. */
function isUnfit(name: string): boolean {
  if (isMissing(name, PROGRAMS)) return true;
  if (Deno.env.get("CI") === "true") return false;
  const isFit = navigator.hardwareConcurrency > 1 && existsSync(HEADER);
  if (!isFit) console.log(`Skipped "${name}": it needs libssl-dev, and two processors.`);
  return !isFit;
}

export function benchTest(name: string, body: (load: LoadGenerator) => Promise<void>): void {
  Deno.test({
    name,
    ignore: isUnfit(name),
    async fn() {
      await using load = await LoadGenerator.build();
      await body(load);
    },
  });
}
