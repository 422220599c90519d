/** What the server says, in both of its forms, and what it never says. */

import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { LogFormat } from "../../../signaling/config/config.ts";
import { createLog } from "../../../signaling/monitoring/log.ts";
import { findFreePort, readServerFlags } from "../../doubles/server_process.ts";
import { TestClient } from "../../doubles/test_client.ts";
import { createStaticFolder } from "../../doubles/test_server.ts";

function record(format: LogFormat) {
  const lines: unknown[][] = [];
  const push = (...values: unknown[]) => void lines.push(values);
  return { lines, log: createLog(format, { log: push, error: push }, () => new Date(0)) };
}

Deno.test("createLog() writes a sentence for people, and what was thrown behind it", () => {
  const { lines, log } = record("text");
  const error = new Error("x");
  log.warn("redis", "Redis is away.");
  log.error("defect", "Cannot handle a message", error);
  assertEquals(lines, [["Redis is away."], ["Cannot handle a message:", error]]);
});

Deno.test("createLog() writes one line of JSON for an event, a stack within it", () => {
  const { lines, log } = record("json");
  log.info("listening", "Here");
  log.error("defect", "Cannot handle a message", new Error("two\nlines"));
  const [first, second] = lines.map(([line]) => String(line));
  assertEquals(first, '{"time":"1970-01-01T00:00:00.000Z","level":"info","event":"listening","message":"Here"}');
  assert(second !== undefined && !second.includes("\n"));
  assertStringIncludes(JSON.parse(second).stack, "Error: two\nlines");
});

Deno.test("The server's log is JSON line by line from start to end, and names nobody", async () => {
  const folder = await Deno.makeTempDir();
  await createStaticFolder(folder);
  const root = new URL("../../../", import.meta.url).pathname;
  const port = findFreePort();
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", `--config=${root}deno.json`, ...readServerFlags(), `${root}server.ts`],
    cwd: folder,
    env: { PORT: String(port), HOST: "127.0.0.1", STUN_PORT: "0", DRAIN_SECONDS: "1", LOG_FORMAT: "json" },
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const errors = new Response(child.stderr).text();
  const reader = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  let output = (await reader.read()).value ?? "";
  const client = new TestClient(`127.0.0.1:${port}`);
  const id = await client.register();
  client.send("{");
  await client.nextOfType("error");
  child.kill("SIGTERM");
  await client.closed;
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) output += chunk.value;
  await child.status;
  const events = (output + await errors).trim().split("\n").map((line) => JSON.parse(line));
  assertEquals(events.map(({ event, level }) => [event, level]), [["listening", "info"], ["stopping", "info"]]);
  assert(!output.includes(id), "It names an ID");
  await Deno.remove(folder, { recursive: true });
});
