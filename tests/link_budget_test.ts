/** How much of what the other end says a link reads, and when it calls that a flood. */

import { assertEquals } from "@std/assert";
import { BUDGET, EXCESS } from "../client/message_budget.ts";
import type { PeerMessage } from "../signaling/protocol.ts";
import { linkTest, type LinkWorld } from "./doubles/link_world.ts";

const DELIVERED = [["deliver", "call-claimed"]];
const FLOODED = [{ type: "flooded" }];

/** Has the server bring the same acknowledgement of nothing so many times. */
function receiveAcks(world: LinkWorld, times: number, change: Partial<PeerMessage> = {}): void {
  const ack = { ...world.message({ type: "ack", ackedTabId: "tab", ack: 0, seq: 1 }), ...change } as PeerMessage;
  for (let time = 0; time < times; time++) world.link.receive(ack);
}

/** The first message of the other end, however many were made before. */
function first(world: LinkWorld, body: object = { type: "call-claimed", claimedBy: "tab" }): PeerMessage {
  return world.message({ seq: 1, ...body });
}

linkTest(
  "A link leaves unread and unacknowledged what comes over the budget, and reads it once there is more",
  (world) => {
    receiveAcks(world, BUDGET.max);
    world.link.receive(first(world));
    assertEquals([world.takeLog(), world.takeSent().byServer], [[], []]);
    world.clock.tick(1_000);
    world.link.receive(first(world));
    assertEquals([world.takeLog(), world.takeSent().byServer], [DELIVERED, ["ack"]]);
  },
);

linkTest("A link reads what comes within the budget", (world) => {
  receiveAcks(world, BUDGET.max - 1);
  world.link.receive(first(world));
  assertEquals(world.takeLog(), DELIVERED);
});

linkTest("A link has others than the other end use up nothing of its budget", (world) => {
  receiveAcks(world, BUDGET.max + EXCESS.max + 1, { id: "8888-8888-8888-8888-8888" as PeerMessage["id"] });
  world.link.receive(first(world));
  assertEquals(world.takeLog(), DELIVERED);
});

linkTest("A link reads nothing whose work is over the budget, and what asks for less", (world) => {
  receiveAcks(world, BUDGET.max - 5);
  world.link.receive(first(world, { type: "compare", step: "nonce", value: "x" }));
  assertEquals([world.takeLog(), world.takeSent().byServer], [[], []]);
  world.link.receive(first(world));
  assertEquals(world.takeLog(), DELIVERED);
});

linkTest("A link reads by its connection and by the server from one budget", async (world) => {
  await world.connect();
  receiveAcks(world, BUDGET.max);
  world.receiveControl(first(world));
  assertEquals([world.takeLog(), world.takeSent().byControl], [[], []]);
  world.clock.tick(100);
  world.receiveControl(first(world));
  assertEquals(world.takeLog(), DELIVERED);
});

linkTest("A link has long messages of its connection cost more than short ones", async (world) => {
  await world.connect();
  for (let time = 0; time < 10; time++) world.control.receive("x".repeat(4_096 * 99));
  world.receiveControl(first(world));
  assertEquals(world.takeLog(), []);
});

linkTest("A link says that the other end floods it once far more has come than it reads, and not before", (world) => {
  receiveAcks(world, BUDGET.max + EXCESS.max);
  assertEquals(world.takeLog(), []);
  receiveAcks(world, 1);
  assertEquals(world.takeLog(), FLOODED);
});

linkTest("A link that has ended calls nothing a flood", (world) => {
  world.link.stop();
  receiveAcks(world, BUDGET.max + EXCESS.max + 1);
  assertEquals(world.takeLog(), []);
});
