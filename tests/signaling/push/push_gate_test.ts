/** The server's end, with forwarders that are not as they should be. */

import { assertEquals } from "@std/assert";
import type { Push } from "../../../signaling/protocol/push.ts";
import { PushGate } from "../../../signaling/push/push_gate.ts";
import { giveProof, LineReader, LineWriter, parseTask } from "../../../signaling/push/push_link.ts";

const SECRET = "north-north-east";
const PUSH: Push = {
  endpoint: "https://fcm.googleapis.com/x",
  ttlSeconds: 75,
  urgency: "high",
  authorization: `vapid t=a.b.c, k=${"k".repeat(87)}`,
  body: "AAAA",
};

interface Forwarder extends Disposable {
  readonly isIn: boolean;
  readonly reader: LineReader;
  readonly writer: LineWriter;
  readonly connection: Deno.TcpConn;
}

async function connect(gate: PushGate, secret = SECRET): Promise<Forwarder> {
  const connection = await Deno.connect({ hostname: "127.0.0.1", port: gate.port });
  const [reader, writer] = [new LineReader(connection), new LineWriter(connection)];
  const isIn = await giveProof(secret, reader, writer);
  return { isIn, reader, writer, connection, [Symbol.dispose]: () => connection[Symbol.dispose]() };
}

async function withGate(body: (gate: PushGate, warnings: string[]) => Promise<void>): Promise<void> {
  const warnings: string[] = [];
  const options = { hostname: "127.0.0.1", port: 0, secret: SECRET, warn: (line: string) => void warnings.push(line) };
  const gate = new PushGate(options);
  try {
    await body(gate, warnings);
  } finally {
    gate.close();
  }
}

async function readTask({ reader }: Forwarder): Promise<{ n: number; push: Push }> {
  const task = parseTask(await reader.next() ?? "");
  if (task === null) throw new Error("There is no task");
  return task;
}

Deno.test("PushGate hands what it is given to the forwarder, and outcomes back to who asked, in any order", () =>
  withGate(async (gate) => {
    using forwarder = await connect(gate);
    assertEquals(forwarder.isIn, true);
    const answers = [gate.send(PUSH), gate.send({ ...PUSH, topic: "t", body: "BBBB" })];
    const [first, second] = [await readTask(forwarder), await readTask(forwarder)];
    assertEquals(first.push, PUSH);
    assertEquals(second.push, { ...PUSH, topic: "t", body: "BBBB" });
    await forwarder.writer.write({ n: 99, outcome: { result: "accepted" } }); // Nobody asked.
    await forwarder.writer.write({ n: first.n, outcome: { result: "sold" } }); // No outcome.
    await forwarder.writer.write("nonsense");
    await forwarder.writer.write({ n: second.n, outcome: { result: "limited", retryAfterMs: 5 } });
    await forwarder.writer.write({ n: first.n, outcome: { result: "gone" } });
    assertEquals(await Promise.all(answers), [{ result: "gone" }, { result: "limited", retryAfterMs: 5 }]);
  }));

Deno.test("PushGate gives nothing to who has not the secret, and warns once", () =>
  withGate(async (gate, warnings) => {
    for (let count = 0; count < 2; count++) {
      using stranger = await connect(gate, "south-south-west");
      assertEquals(stranger.isIn, false);
      assertEquals(await gate.send(PUSH), { result: "unavailable" });
    }
    assertEquals(warnings, ["What connects to PUSH_FORWARDER has not this server's PUSH_SECRET"]);
    using forwarder = await connect(gate);
    assertEquals(forwarder.isIn, true);
  }));

Deno.test("PushGate hangs up on a line that does not end, and on more than four who prove nothing", () =>
  withGate(async (gate) => {
    using endless = await Deno.connect({ hostname: "127.0.0.1", port: gate.port });
    await new LineReader(endless).next();
    await new LineWriter(endless).write("x".repeat(20_000)).catch(() => {}); // It may be gone before all is written.
    assertEquals(await endless.read(new Uint8Array(1)).catch(() => null), null);
    // They have 3 s to prove something: nobody waits for their nonces, as connections are accepted in their order.
    const connecting = Array.from({ length: 4 }, () => Deno.connect({ hostname: "127.0.0.1", port: gate.port }));
    const silent = await Promise.all(connecting);
    using fifth = await Deno.connect({ hostname: "127.0.0.1", port: gate.port });
    assertEquals(await fifth.read(new Uint8Array(1)).catch(() => null), null);
    for (const connection of silent) connection.close();
  }));

Deno.test("PushGate works with the latest forwarder, and what the one before had is unavailable", () =>
  withGate(async (gate) => {
    using before = await connect(gate);
    const lost = gate.send(PUSH);
    await readTask(before);
    using after = await connect(gate);
    assertEquals(await lost, { result: "unavailable" });
    const answer = gate.send(PUSH);
    await after.writer.write({ n: (await readTask(after)).n, outcome: { result: "accepted" } });
    assertEquals(await answer, { result: "accepted" });
    after.connection.close();
    assertEquals(await gate.send(PUSH), { result: "unavailable" });
  }));

Deno.test("PushGate lets 64 wait, and tells the rest to come back", () =>
  withGate(async (gate) => {
    using forwarder = await connect(gate);
    const waiting = Array.from({ length: 64 }, () => gate.send(PUSH));
    assertEquals(await gate.send(PUSH), { result: "limited", retryAfterMs: 1_000 });
    await forwarder.writer.write({ n: (await readTask(forwarder)).n, outcome: { result: "accepted" } });
    assertEquals(await waiting[0], { result: "accepted" });
    waiting.push(gate.send(PUSH));
    forwarder.connection.close();
    const results = (await Promise.all(waiting)).map(({ result }) => result);
    assertEquals(results.filter((result) => result === "unavailable").length, 64);
  }));
