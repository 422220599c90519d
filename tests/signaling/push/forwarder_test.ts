/** The forwarder's process, and the servers that it works for, of which only the gates are there. */

import { assertEquals } from "@std/assert";
import type { Push } from "../../../signaling/protocol/push.ts";
import { PushGate } from "../../../signaling/push/push_gate.ts";
import { startForwarder } from "../../doubles/forwarder_process.ts";
import { findFreePort } from "../../doubles/server_process.ts";
import { until } from "../../doubles/until.ts";

const SECRET = "north-north-east";
/** Which a forwarder refuses by itself. */
const PUSH: Push = {
  endpoint: "https://evil.example/x",
  ttlSeconds: 75,
  urgency: "high",
  authorization: `vapid t=a.b.c, k=${"k".repeat(87)}`,
  body: "AAAA",
};

function openGate(port = 0): PushGate {
  return new PushGate({ hostname: "127.0.0.1", port, secret: SECRET, warn: () => {} });
}

function createSettings(...gates: PushGate[]): Record<string, string> {
  return { PUSH_FORWARDER: gates.map(({ port }) => `127.0.0.1:${port}`).join(","), PUSH_SECRET: SECRET };
}

async function isServed(gate: PushGate): Promise<boolean> {
  return (await gate.send(PUSH)).result === "refused";
}

Deno.test("A forwarder that is started with its server outlives a SIGTERM for both, and ends when that is gone", async () => {
  const gate = openGate();
  const forwarder = await startForwarder({ env: createSettings(gate), isWithServer: true });
  try {
    await until(() => isServed(gate), "the forwarder is there");
    Deno.kill(forwarder.pid, "SIGTERM");
    assertEquals(await isServed(gate), true);
  } finally {
    gate.close();
  }
  assertEquals(await forwarder.status, { success: true, code: 0, signal: null });
  await forwarder.kill();
});

Deno.test("A forwarder whose server does not come ends at a SIGTERM, and with PUSH=0 at once", async () => {
  const env = { PUSH_FORWARDER: `127.0.0.1:${findFreePort()}`, PUSH_SECRET: SECRET };
  const off = await startForwarder({ env: { ...env, PUSH: "0" }, isWithServer: true });
  assertEquals((await off.status).code, 0);
  await off.kill();
  const waiting = await startForwarder({ env, isWithServer: true });
  Deno.kill(waiting.pid, "SIGTERM");
  await waiting.status; // By the signal itself, if that came before it was listened for.
  await waiting.kill();
});

Deno.test("A forwarder by itself works for each of its servers, and comes back to one that was away", async () => {
  const [first, second] = [openGate(), openGate()];
  const forwarder = await startForwarder({ env: createSettings(first, second), servers: 2 });
  const gates = [first, second];
  try {
    assertEquals([await isServed(first), await isServed(second)], [true, true]);
    first.close();
    assertEquals(await isServed(second), true);
    gates[0] = openGate(first.port);
    assertEquals(await forwarder.nextLine(), `Forwarding pushes for 127.0.0.1:${first.port}`);
    assertEquals(await isServed(gates[0]), true);
  } finally {
    await forwarder.kill();
    for (const gate of gates) gate.close();
  }
});

Deno.test("A forwarder may connect to what it is started for, and do nothing else", async () => {
  const { tasks } = JSON.parse(await Deno.readTextFile(new URL("../../../deno.json", import.meta.url)));
  const flags = tasks.forwarder.command.match(/ --(?:allow|deny|ignore)-[a-z]+/g);
  assertEquals(flags, [" --allow-net", " --allow-env", " --deny-net", " --allow-env"]); // The first env lists places.
});
