/** What a line tells the one who keeps a lookout for it (`lookout.ts`), and what it keeps from them. */

import { assert, assertEquals } from "@std/assert";
import { lineTest } from "../../doubles/line_world.ts";

const CLAIMED = { type: "call-claimed", claimedBy: "tab" } as never;

lineTest("A line that is bound is told by one tab alone what has arrived", (world) => {
  const { tabId } = world.message();
  world.line.bind(tabId);
  world.line.send(CLAIMED);
  world.line.receive({ ...world.ack(1), tabId: "another" as never });
  assert(world.line.hasUnsaid);
  world.line.receive(world.ack(1));
  assert(!world.line.hasUnsaid);
});

lineTest("A line that calls hears that nobody is there from no other error", (world) => {
  world.line.send(CLAIMED);
  world.line.handleUndelivered("unavailable");
  assertEquals(world.takeLog(), []);
  world.line.handleUndelivered("peer-unavailable");
  assertEquals(world.takeLog(), [{ type: "peer-away" }]);
});

lineTest("A line that is closed says of nobody that they are away", (world) => {
  world.line.send(CLAIMED);
  world.line.stop();
  world.line.handleUndelivered("peer-unavailable");
  assertEquals(world.takeLog(), []);
});

lineTest("A line that is closed says of nobody that they are back", (world) => {
  world.line.send(CLAIMED);
  world.line.handleUndelivered("peer-unavailable");
  world.takeLog();
  world.line.stop();
  world.line.receive(world.ack(1));
  assertEquals(world.takeLog(), []);
});

lineTest("A line asks again on a fresh socket whom it has asked on the one before", async (world) => {
  world.line.bind(world.message().tabId);
  await world.hush(1_000);
  world.line.tick();
  const countQueries = () => world.takeSent().byServer.filter((type) => type === "call-query").length;
  assertEquals(countQueries(), 1);
  world.line.handleRegistered();
  assertEquals(countQueries(), 1);
}, { isAnswering: true });
