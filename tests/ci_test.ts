/** `.ci/run` counts what the tests have said; a miscount there refuses a change in which all is well. */

import { assertEquals } from "@std/assert";

/** Runs `.ci/run`'s own counting, under its own shell options, on a log. */
async function count(word: string, log: string): Promise<string> {
  const script = await Deno.readTextFile(new URL("../.ci/run", import.meta.url));
  const counting = /^count\(\) \{\n[^]*?^\}$/m.exec(script)?.[0];
  const path = await Deno.makeTempFile();
  try {
    await Deno.writeTextFile(path, log);
    const command = `set -euo pipefail; log="$1"; ${counting}\nvalue="$(count "$2")"; echo "$value"`;
    const { code, stdout } = await new Deno.Command("bash", { args: ["-c", command, "bash", path, word] }).output();
    return code === 0 ? new TextDecoder().decode(stdout).trim() : `exit ${code}`;
  } finally {
    await Deno.remove(path);
  }
}

const GREEN =
  "ok | 520 passed (90 steps) | 0 failed (9m2s)\nsomething | 7 passed\nok | 1 passed (5 steps) | 0 failed (29s)\n";
const RED = "FAILED | 56 passed | 2 failed | 3 ignored (5m0s)\n";

Deno.test(".ci/run adds up the summaries, and a word that is in none of them is 0 and no failure", async () => {
  assertEquals(await count("passed", GREEN), "521");
  assertEquals(await count("failed", GREEN), "0");
  assertEquals(await count("ignored", GREEN), "0");
  assertEquals(await count("passed", GREEN + RED), "577");
  assertEquals(await count("failed", GREEN + RED), "2");
  assertEquals(await count("ignored", GREEN + RED), "3");
  assertEquals(await count("passed", ""), "0");
});
