/** Every setting is described once, and README, permissions and parser follow that. */

import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { createTable } from "../../../doctor/settings.ts";
import { parseConfig } from "../../../signaling/config/config.ts";
import { readServerFlags } from "../../doubles/server_process.ts";
import { ACCESS_SETTINGS, PUSH_SETTINGS, SERVICE_SETTINGS, SETTINGS } from "../../../signaling/config/settings.ts";

const ROOT = new URL("../../../", import.meta.url);
const NAMES = SETTINGS.map(({ name }) => name);

/** Takes out the spaces that the formatter pads cells with. */
function squeeze(table: string): string {
  return table.replace(/ +\|/g, " |").replace(/\| +/g, "| ").replace(/-+/g, "---");
}

Deno.test("The README's tables are those of the settings", async () => {
  const readme = squeeze(await Deno.readTextFile(new URL("README.md", ROOT)));
  for (const settings of [SERVICE_SETTINGS, PUSH_SETTINGS, ACCESS_SETTINGS]) {
    assertStringIncludes(readme, squeeze(createTable(settings)));
  }
});

Deno.test("parseConfig() asks for every setting and for no other variable", () => {
  const asked = new Set<string>();
  parseConfig((name) => {
    asked.add(name);
    return undefined;
  });
  assertEquals([...asked].sort(), [...NAMES].sort());
});

Deno.test("The server may read the settings and no other variable", () => {
  const allowed = /--allow-env=(\S+)/.exec(readServerFlags().join(" "))?.[1]?.split(",") ?? [];
  assertEquals(allowed.sort(), [...NAMES].sort());
});

async function printSettings(env: Record<string, string>): Promise<{ code: number; output: string }> {
  const script = new URL("doctor/settings.ts", ROOT).pathname;
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-prompt", "--allow-env", script],
    env: { NO_COLOR: "1", ...env },
  }).output();
  return { code, output: new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr) };
}

Deno.test("deno task config shows what is set, what is by default, and no secret", async () => {
  const { code, output } = await printSettings({ PORT: "7000", TURN_SECRET: "north", TURN_URLS: "turn:a.example" });
  assertEquals(code, 0, output);
  for (const name of NAMES) assertStringIncludes(output, `${name}=`);
  assertStringIncludes(output, "PORT=7000  (set here, by default 5000)");
  assertStringIncludes(output, "STUN_PORT=3478  (by default)");
  assertStringIncludes(output, "TURN_SECRET=(set)");
  assert(!output.includes("north"));
});

Deno.test("deno task config names all that is wrong", async () => {
  const { code, output } = await printSettings({ PORT: "x", DRAIN_SECONDS: "99" });
  assertEquals(code, 1, output);
  assertStringIncludes(output, "PORT must be a number from 0 to 65535");
  assertStringIncludes(output, "DRAIN_SECONDS must be a number from 0 to 25");
});
