/** What a line tells of what it was given to say, and how it does without code that looks whether the other end is there. */

import { assertEquals } from "@std/assert";
import type { CallMessage } from "../../../client/call/call.ts";
import { UNACKED_MAX } from "../../../client/line/channel_options.ts";
import { lineTest } from "../../doubles/line_world.ts";

function chat(text: string): CallMessage {
  return { type: "feature", feature: "chat", body: { text } } as never;
}

lineTest("A line says so when too much waits to be said already, and takes no more", (world) => {
  world.line.bind(world.remoteTabId);
  const taken = Array.from({ length: UNACKED_MAX + 1 }, (_, index) => world.line.send(chat(`${index}`)));
  assertEquals([taken.filter(Boolean).length, taken.at(-1)], [UNACKED_MAX, false]);
  world.line.receive(world.ack(UNACKED_MAX));
  assertEquals(world.line.send(chat("later")), true);
});

lineTest("A line repeats all that a feature has said, or the latest alone where that is all it has to say", (world) => {
  const repeat = () => {
    world.takeSent();
    world.line.handleRegistered();
    return world.takeSent().byServer.length;
  };
  for (const text of ["one", "two"]) world.line.send(chat(text));
  assertEquals(repeat(), 2);
  world.line.send(chat("three"), { isLatest: true });
  assertEquals(repeat(), 1);
});

lineTest("A line goes on without a lookout, as long as the code of that has not come", async (world) => {
  const { line } = world;
  world.line.send(chat("one"));
  line.receive(world.message());
  line.handleRegistered();
  line.handleUndelivered("peer-unavailable");
  line.tick();
  line.bind(world.remoteTabId);
  await world.connect();
  await world.live(3_000);
  line.tick();
  assertEquals([world.warnings, world.delivered.length], [[], 1]);
}, { hasLookout: false });

lineTest("A line without a connection says nothing directly", (world) => {
  assertEquals(world.line.sendDirect("chat", {}), false);
});

lineTest("A line that cannot pay for a message has it wait, and refuses nothing", (world) => {
  while (world.credit.take(1, 1)) { /* Until the other end has nothing left. */ }
  assertEquals([world.line.send(chat("one")), world.byServer, world.line.hasUnsaid], [true, [], true]);
}, { isAnswering: true });

lineTest("A line reads what is of no feature, whatever features take no more", (world) => {
  world.crowded.push("chat", null as never);
  world.line.receive(world.message());
  assertEquals(world.delivered.map(({ type }) => type), ["call-claimed"]);
});

lineTest("A line leaves alone what it does not know, and goes on with what comes after", (world) => {
  world.line.receive(world.message({ type: "something-later" }));
  assertEquals([world.delivered, world.warnings], [[], []]);
  world.line.receive(world.message());
  assertEquals(world.delivered.map(({ type }) => type), ["call-claimed"]);
});
