/** The gate of a line: what is handed up has been judged, in order, and nothing is dropped that was acknowledged. */

import { assert, assertEquals } from "@std/assert";
import { EARLY_MAX } from "../../../client/line/incoming_stream.ts";
import { WAITING_MAX } from "../../../client/proof/proof_gate.ts";
import { takeTurn } from "../../doubles/relayed_pair.ts";
import { ANSWER, lineTest, type LineWorld, settle } from "../../doubles/line_world.ts";

/** A description that has to be judged, which takes a while. */
function receiveDescription(world: LineWorld): void {
  const description = { type: "offer", sdp: ANSWER.sdp };
  world.line.receive(world.message({ type: "description", description, connectionId: "another" }));
}

async function waitFor(isSo: () => boolean): Promise<void> {
  for (let turn = 0; turn < 2_000 && !isSo(); turn++) {
    await takeTurn();
    await settle();
  }
}

/** The highest number that the line has acknowledged. */
function readAck(world: LineWorld): number {
  return world.byServer.reduce((most, message) => message.type === "ack" ? Math.max(most, message.ack) : most, 0);
}

lineTest("A line hands nothing up before what came first was judged", async (world) => {
  receiveDescription(world);
  world.line.receive(world.message());
  assertEquals(world.takeLog(), []);
  await waitFor(() => world.log.length === 2);
  assertEquals(world.takeLog(), [["deliver", "description"], ["deliver", "call-claimed"]]);
});

lineTest("A line leaves unread what its gate has no room for, and so has it again", async (world) => {
  receiveDescription(world);
  const messages = Array.from({ length: 3 * WAITING_MAX }, () => world.message());
  for (const message of messages) world.line.receive(message);
  world.clock.tick(1_000);
  world.line.tick();
  const acked = readAck(world);
  assert(acked > WAITING_MAX && acked < messages.length, `${acked} were acknowledged`);
  await waitFor(() => world.log.length >= acked);
  assertEquals(world.log.length, acked, "What was acknowledged is handed up, and nothing else");
  for (const message of messages) world.line.receive(message);
  assertEquals(world.log.length, messages.length + 1);
});

lineTest("A line hands up all that one message makes due, however much waits", async (world) => {
  receiveDescription(world);
  const messages = Array.from({ length: WAITING_MAX - 1 + EARLY_MAX }, () => world.message());
  const [first, ...later] = messages.splice(WAITING_MAX - 2);
  for (const message of [...messages, ...later.slice(0, EARLY_MAX)]) world.line.receive(message);
  world.line.receive(first as never);
  await waitFor(() => world.log.length === WAITING_MAX + EARLY_MAX);
  assertEquals(world.log.length, WAITING_MAX + EARLY_MAX);
});
