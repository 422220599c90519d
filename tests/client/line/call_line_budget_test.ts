/** How much of what the other end says a line reads, and when it calls that a flood. */

import { assertEquals } from "@std/assert";
import { BUDGET, EXCESS } from "../../../client/bounds/message_budget.ts";
import type { PeerMessage } from "../../../signaling/protocol.ts";
import { lineTest, type LineWorld } from "../../doubles/line_world.ts";

const DELIVERED = [["deliver", "call-claimed"]];
const FLOODED = [{ type: "flooded" }];

/** Has the server bring the same acknowledgement of nothing so many times. */
function receiveAcks(world: LineWorld, times: number, change: Partial<PeerMessage> = {}): void {
  const ack = { ...world.message({ type: "ack", ackedTabId: "tab", ack: 0, seq: 1 }), ...change } as PeerMessage;
  for (let time = 0; time < times; time++) world.line.receive(ack);
}

/** The first message of the other end, however many were made before. */
function first(world: LineWorld, body: object = { type: "call-claimed", claimedBy: "tab" }): PeerMessage {
  return world.message({ seq: 1, ...body });
}

lineTest(
  "A line leaves unread and unacknowledged what comes over the budget, and reads it once there is more",
  (world) => {
    receiveAcks(world, BUDGET.max);
    world.line.receive(first(world));
    assertEquals([world.takeLog(), world.takeSent().byServer], [[], []]);
    world.clock.tick(1_000);
    world.line.receive(first(world));
    assertEquals([world.takeLog(), world.takeSent().byServer], [DELIVERED, ["ack"]]);
  },
);

lineTest("A line reads what comes within the budget", (world) => {
  receiveAcks(world, BUDGET.max - 1);
  world.line.receive(first(world));
  assertEquals(world.takeLog(), DELIVERED);
});

lineTest("A line has others than the other end use up nothing of its budget", (world) => {
  receiveAcks(world, BUDGET.max + EXCESS.max + 1, { id: "8888-8888-8888-8888-8888" as PeerMessage["id"] });
  world.line.receive(first(world));
  assertEquals(world.takeLog(), DELIVERED);
});

lineTest("A line reads nothing whose work is over the budget, and what asks for less", (world) => {
  receiveAcks(world, BUDGET.max - 5);
  const description = { type: "offer", sdp: "" };
  world.line.receive(first(world, { type: "description", description, connectionId: "c" }));
  assertEquals([world.takeLog(), world.takeSent().byServer], [[], []]);
  world.line.receive(first(world));
  assertEquals(world.takeLog(), DELIVERED);
});

lineTest("A line reads by its connection and by the server from one budget", async (world) => {
  await world.connect();
  receiveAcks(world, BUDGET.max);
  world.receiveControl(first(world));
  assertEquals([world.takeLog(), world.takeSent().byControl], [[], []]);
  world.clock.tick(100);
  world.receiveControl(first(world));
  assertEquals(world.takeLog(), DELIVERED);
});

lineTest("A line has long messages of its connection cost more than short ones", async (world) => {
  await world.connect();
  for (let time = 0; time < 10; time++) world.control.receive("x".repeat(4_096 * 99));
  world.receiveControl(first(world));
  assertEquals(world.takeLog(), []);
});

lineTest("A line says that the other end floods it once far more has come than it reads, and not before", (world) => {
  receiveAcks(world, BUDGET.max + EXCESS.max);
  assertEquals(world.takeLog(), []);
  receiveAcks(world, 1);
  assertEquals(world.takeLog(), FLOODED);
});

/** What a feature of the other end says, under the next number. */
function say(world: LineWorld, feature: string): PeerMessage {
  return world.message(feature === "media-state" ? { type: feature } : { type: "feature", feature, body: 1 });
}

for (const [feature, max] of [["chat", 3], ["media-state", 2]] as const) {
  lineTest(`A line leaves unread what ${feature} says over its budget, and reads it when it comes again`, (world) => {
    const said = Array.from({ length: max + 1 }, () => say(world, feature));
    for (const message of said) world.line.receive(message);
    assertEquals(world.takeLog(), Array(max).fill(["deliver", "feature"]));
    world.clock.tick(200);
    world.line.tick();
    const acked = world.byServer.flatMap((message) => message.type === "ack" ? [message.ack] : []);
    assertEquals(Math.max(...acked), max, "What was left unread is not acknowledged");
    world.clock.tick(800);
    for (const message of said.slice(max)) world.line.receive(message);
    assertEquals(world.takeLog(), [["deliver", "feature"]]);
  });
}

lineTest(
  "A line reads what one feature says whatever another has said, and what it does not know for nothing",
  (world) => {
    for (const feature of ["chat", "chat", "chat", "files", "files", "files", "files", "media-state"]) {
      world.line.receive(say(world, feature));
    }
    world.line.receive(first(world, { type: "call-claimed", claimedBy: "tab", seq: 9 }));
    assertEquals(world.delivered.map(({ type }) => type), [...Array(8).fill("feature"), "call-claimed"]);
  },
);

lineTest("A line leaves unread what a feature cannot take now, and its last word is read all the same", (world) => {
  world.crowded.push("chat");
  world.line.receive(say(world, "chat"));
  assertEquals([world.takeLog(), world.takeSent().byServer], [[], []]);
  world.line.receive(world.message({ type: "hang-up", reason: "ended", after: 0 }));
  assertEquals(world.takeLog(), [["deliver", "hang-up"]]);
});

lineTest("A line that has ended calls nothing a flood", (world) => {
  world.line.stop();
  receiveAcks(world, BUDGET.max + EXCESS.max + 1);
  assertEquals(world.takeLog(), []);
});
